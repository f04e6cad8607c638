import {
  type Action,
  type Address,
  actOf,
  addressOf,
  createModel,
  type Environment,
  type Model,
  plainToken,
  type Settings,
  type Standard,
  step,
} from "@ryugu/contracts/model";
import { lowerCase } from "../world/signatures.ts";
import { ZONE } from "../world/zone.ts";
import type { Wire } from "./wire.ts";

/** The Unix second at which every simulation begins. */
export const START = 1_800_000_000;

/** Short deadlines and notices: a simulation lasts for minutes. */
export const SETTINGS: Settings = {
  minDeadline: 15,
  maxDeadline: 3_600,
  defaultDeadline: 900,
  policyNotice: 20,
  reanchorNotice: 20,
  windDownNotice: 20,
};

/** Who holds things. */
export const PEOPLE: readonly Address[] = [1, 2, 3, 4].map((n) => addressOf(0x300 + n));

const COLLECTIONS: readonly { on: number; standard: Standard; token: Address }[] = [
  { on: 0, standard: "erc721", token: addressOf(0x401) },
  { on: 1, standard: "erc721", token: addressOf(0x402) },
  { on: 2, standard: "erc721", token: addressOf(0x403) },
  { on: 0, standard: "erc1155", token: addressOf(0x404) },
  { on: 1, standard: "erc20", token: addressOf(0x405) },
];
const NO_LIMIT = { cap: 2n ** 88n - 1n, windowMinutes: 60 };

/** A zone of three chains with collections of every standard, and all lanes open. */
export function createStage(wire: Wire, environment: Partial<Environment>): Model {
  const { quorum, validators } = ZONE.validatorSet;
  const chains = ZONE.manifest.chains.map(({ id, gateway }) => ({
    chain: id,
    gateway: lowerCase(gateway),
  }));
  const model = createModel(
    {
      name: ZONE.manifest.name,
      chains,
      genesis: { epoch: 0, quorum, validators: validators.map(lowerCase).sort() },
      settings: SETTINGS,
    },
    { ...environment, hashing: wire },
  );
  const first = (action: Action) => {
    const outcome = step(model, action, START);
    if (!outcome.done) throw new RangeError(`${action.type}: ${outcome.refusal}`);
  };
  for (const { chain: on } of chains) {
    for (const { chain: counterpart, gateway } of chains) {
      if (on === counterpart) continue;
      const act = { epoch: 0, counterpart, counterpartGateway: gateway };
      first(actOf(model, on, { kind: "open-lane", ...act }, START));
    }
  }
  for (const collection of COLLECTIONS) {
    const on = chains[collection.on]?.chain;
    if (on === undefined) continue;
    const { token, standard } = collection;
    first({ on, type: "create-token", token, as: plainToken(standard) });
    if (standard === "erc20")
      first(actOf(model, on, { kind: "list-token", token, class: "payment", ...NO_LIMIT }, START));
    for (const [at, to] of PEOPLE.entries()) {
      for (const asset of giftsOf(standard, at)) first({ on, type: "mint", token, asset, to });
    }
  }
  return model;
}

function giftsOf(standard: Standard, person: number): { id: bigint; amount: bigint }[] {
  if (standard === "erc20") return [{ id: 0n, amount: 1_000n }];
  if (standard === "erc1155") return [{ id: 7n, amount: 20n }];
  return [1, 2].map((n) => ({ id: BigInt(10 * person + n), amount: 1n }));
}
