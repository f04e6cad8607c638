export type { Action } from "./actions.ts";
export {
  type Environment,
  environment,
  type PolicyQuestion,
  type TokenBehaviour,
} from "./environment.ts";
export type { Event } from "./events.ts";
export { attestations, claimOf, deliveryOf, sentTo, setAt } from "./honest.ts";
export type { Distrusted } from "./laws/places.ts";
export type { Violation } from "./laws/violation.ts";
export { lawOfQuorum, lawsOfExit, lawsOfState } from "./laws.ts";
export { countingHashing, type Gateway, type Hashing } from "./message/hashing.ts";
export type * from "./message/message.ts";
export { checkpointText, type Signature, signAll } from "./message/signature.ts";
export { chainOf, createModel, type Model, type ZoneSetup } from "./model.ts";
export type { RefusalName } from "./refusal.ts";
export { RULES, type Rules } from "./rules.ts";
export { type Outcome, previewAll, step } from "./step.ts";
