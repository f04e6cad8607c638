/**
 * The lane as a model: what docs/reference/protocol.md says, plainly written, as data and functions. It shares nothing with
 * the contracts, so that comparing the two means something. See README.md.
 */
export type { Action, GatewayAction, OutsideAction } from "./actions.ts";
export { actOf, addressOf, beginSchedule, plainToken } from "./actors/begin.ts";
export { type Cast, QUICK, type Scene } from "./actors/cast.ts";
export { type Random, randomFrom } from "./actors/random.ts";
export { type Disasters, nextScene, type Play, playSchedule } from "./actors/schedule.ts";
export { type Finding, type Trial, tryLaws } from "./actors/trial.ts";
export type { Claim } from "./arrive/claim.ts";
export type { Delivery } from "./arrive/deliver.ts";
export { type Redirect, redirectText } from "./arrive/retry.ts";
export { held } from "./asset/holdings.ts";
export type { UriForm } from "./asset/uri-form.ts";
export { actText } from "./council/act.ts";
export type { CouncilAct } from "./council/acts.ts";
export { type LeafClaim, leafClaimText } from "./council/leaf-claim.ts";
export { type Pause, type PauseSubject, pauseText } from "./council/pause.ts";
export { type Rotation, rotationText } from "./council/rotate.ts";
export {
  type Environment,
  environment,
  type PolicyQuestion,
  type TokenBehaviour,
} from "./environment.ts";
export type { Event } from "./events.ts";
export { attestations, claimOf, deliveryOf, sentTo, setAt } from "./honest.ts";
export { type InFlight, inFlight } from "./laws/flight.ts";
export { type Distrusted, imbalances } from "./laws/places.ts";
export type { Violation } from "./laws/violation.ts";
export { lawOfQuorum, lawsOfExit, lawsOfState } from "./laws.ts";
export { countingHashing, type Gateway, type Hashing } from "./message/hashing.ts";
export type {
  CarriedAsset,
  CarriedMetadata,
  CarryingMessage,
  CollectionMessage,
  Message,
  MetadataRecord,
  ReturnMessage,
  TransferMessage,
} from "./message/message.ts";
export { type Checkpoint, checkpointText, type Signature, signAll } from "./message/signature.ts";
export { chainOf, createModel, type Model, type ZoneSetup } from "./model.ts";
export type { RefusalName } from "./refusal.ts";
export { RULES, type Rules } from "./rules.ts";
export { intentText, type SendIntent } from "./send/intent.ts";
export type { SendRequest } from "./send/request.ts";
export type { Chain, Ending, Leaf, Limit } from "./state/chain.ts";
export type {
  IncomingLane,
  OutgoingLane,
  ParkedMessage,
  SentMessage,
  Terms,
} from "./state/lane.ts";
export type { HomeToken, Representation } from "./state/token.ts";
export type { ValidatorSet } from "./state/validator-set.ts";
export { type ChainSetup, SETTINGS, type Settings, type Zone } from "./state/zone.ts";
export { type Outcome, previewAll, step } from "./step.ts";
export {
  type Address,
  type Asset,
  type AssetClass,
  assetKey,
  type ChainId,
  type Collection,
  collectionKey,
  type Hash,
  type Holder,
  type Standard,
  vaultOf,
} from "./words.ts";
