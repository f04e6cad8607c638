import type { Action } from "./actions.ts";
import { actOf, addressOf, plainToken, START } from "./actors/begin.ts";
import { QUICK } from "./actors/cast.ts";
import { held } from "./asset/holdings.ts";
import { NO_LIMIT } from "./asset/limits.ts";
import type { CouncilAct } from "./council/acts.ts";
import type { Environment } from "./environment.ts";
import { claimOf, deliveryOf, sentTo } from "./honest.ts";
import { chainOf, createModel, type Model } from "./model.ts";
import type { SendRequest } from "./send/request.ts";
import { addressOfStandard, STANDARDS } from "./stage-tokens.ts";
import type { Chain } from "./state/chain.ts";
import { type Outcome, step } from "./step.ts";
import type { Address, Asset, ChainId, Collection, Hash, Holder, Standard } from "./words.ts";

/** A small zone for examples: three chains, everything of the first one's tokens with Ada, and time that one sets. */

export const [A, B, C]: [ChainId, ChainId, ChainId] = ["eip155:1", "eip155:2", "eip155:3"];
export const [ADA, BEN, EVE]: [Address, Address, Address] = [
  addressOf(0xada),
  addressOf(0xbe4),
  addressOf(0xe5e),
];

/** The first chain's collection of a standard. */
export const born = (standard: Standard): Collection => ({
  homeChain: A,
  homeToken: addressOfStandard(standard),
});

export class Stage {
  readonly model: Model;
  now = START;

  constructor(given: Partial<Environment> = {}, chains: readonly ChainId[] = [A, B, C]) {
    this.model = createModel(
      {
        name: "stage.ryugu",
        chains: chains.map((chain, at) => ({ chain, gateway: addressOf(0x100 + at) })),
        genesis: { epoch: 0, quorum: 3, validators: [1, 2, 3, 4].map((n) => addressOf(0x200 + n)) },
        settings: QUICK,
      },
      given,
    );
    for (const standard of STANDARDS) {
      const token = addressOfStandard(standard);
      this.do({ on: A, type: "create-token", token, as: plainToken(standard) });
      for (const [id, amount] of AT_FIRST[standard]) {
        this.do({ on: A, type: "mint", token, asset: { id, amount }, to: ADA });
      }
    }
    const money = { token: addressOfStandard("erc20"), class: "payment" } as const;
    this.decide(A, { kind: "list-token", ...money, ...NO_LIMIT });
    for (const on of chains) {
      for (const counterpart of chains) if (on !== counterpart) this.open(on, counterpart);
    }
  }

  do(action: Action): Outcome {
    return step(this.model, action, this.now);
  }

  /** The refusal's name, or "done". */
  try(action: Action): string {
    const outcome = this.do(action);
    return outcome.done ? "done" : outcome.refusal;
  }

  decide(on: ChainId, act: CouncilAct): string {
    return this.try(actOf(this.model, on, act, this.now));
  }

  open(on: ChainId, counterpart: ChainId): string {
    const counterpartGateway = this.chain(counterpart).gateway;
    return this.decide(on, { kind: "open-lane", epoch: 0, counterpart, counterpartGateway });
  }

  chain(id: ChainId): Chain {
    return chainOf(this.model, id);
  }

  /** Ada sends, to Ben, unless told otherwise. */
  send(
    on: ChainId,
    destination: ChainId,
    assets: Asset[],
    over: Partial<SendRequest> = {},
  ): string {
    return this.try({ on, type: "send", requests: [request(destination, assets, over)], paid: 0n });
  }

  /** Delivers everything of a lane that was not yet. */
  deliver(origin: ChainId, on: ChainId): string {
    const last = sentTo(this.model, origin, on).length;
    const first = (this.chain(on).incoming.get(origin)?.delivered ?? 0) + 1;
    return this.try(deliveryOf(this.model, [origin, on], [first, last, last], this.now));
  }

  claim(origin: ChainId, on: ChainId, sequence: number): string {
    return this.try(claimOf(this.model, origin, on, sequence, this.now));
  }

  held(on: ChainId, standard: Standard, id: bigint, holder: Holder): bigint {
    return held(this.chain(on), born(standard), id, holder);
  }

  /** The only parked message on a chain. */
  parked(on: ChainId): { id: Hash; reason: string } {
    const [parked, ...others] = this.chain(on).parked.values();
    if (parked === undefined || others.length > 0) throw new RangeError("Not one is parked.");
    return parked;
  }

  /** The last message of a lane. */
  last(origin: ChainId, destination: ChainId) {
    return sentTo(this.model, origin, destination).at(-1);
  }
}

/** A request by Ada for Ben. */
export const request = (
  destination: ChainId,
  assets: Asset[],
  over: Partial<SendRequest> = {},
): SendRequest => ({
  ...{ sender: ADA, destination, collection: born("erc721"), assets, recipient: BEN },
  ...{ refundAccount: ADA, deadline: 0, reference: "0x" },
  ...over,
});

export const one = (id: bigint): Asset[] => [{ id, amount: 1n }];
export const units = (amount: bigint, id = 0n): Asset[] => [{ id, amount }];

const AT_FIRST: Record<Standard, [bigint, bigint][]> = {
  erc721: [1n, 2n, 3n].map((id): [bigint, bigint] => [id, 1n]),
  erc1155: [[7n, 2_000_000n]],
  erc20: [[0n, 1_000n]],
};
