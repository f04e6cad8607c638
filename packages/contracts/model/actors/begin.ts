import type { Action } from "../actions.ts";
import { NO_LIMIT } from "../asset/limits.ts";
import { actText } from "../council/act.ts";
import type { CouncilAct } from "../council/acts.ts";
import { setAt } from "../honest.ts";
import { countingHashing, type Hashing } from "../message/hashing.ts";
import { signAll } from "../message/signature.ts";
import { chainOf, createModel, type Model } from "../model.ts";
import type { Rules } from "../rules.ts";
import { RULES } from "../rules.ts";
import type { HomeToken } from "../state/token.ts";
import { step } from "../step.ts";
import { type Address, type ChainId, type Standard, ZERO_ADDRESS } from "../words.ts";
import { type Cast, environmentOf, QUICK, type Weather } from "./cast.ts";
import { randomFrom } from "./random.ts";

export const START = 1_800_000_000;

/** An address that only its number makes. */
export const addressOf = (number: number): Address => `0x${number.toString(16).padStart(40, "0")}`;

/** What a schedule may be given besides its number. */
export interface Beginning {
  readonly rules?: Partial<Rules>;
  /** The protocol's own hashes, for schedules whose bytes matter. */
  readonly hashing?: Hashing;
  /** How many chains there are, 2 to 4; chance decides unless given. */
  readonly chains?: number;
  /** Told everything that happens before the schedule begins. */
  readonly tell?: (action: Action) => void;
}

/** A zone of two to four chains with a collection of each standard on each, all lanes open, and people who hold things. */
export function beginSchedule(seed: number, given: Beginning = {}): Cast {
  const random = randomFrom(seed);
  const weather: Weather = {
    failing: new Set(),
    blocked: new Set(),
    locked: new Set(),
    hostileReceivers: new Set(),
    greedy: new Set(),
  };
  const count = 2 + random.below(3);
  const ids = [1, 2, 3, 4].slice(0, given.chains ?? count).map((n): ChainId => `eip155:${n}`);
  const model = createModel(
    {
      name: "test.ryugu",
      chains: ids.map((chain, at) => ({ chain, gateway: addressOf(0x100 + at) })),
      genesis: { epoch: 0, quorum: 3, validators: [1, 2, 3, 4].map((n) => addressOf(0x200 + n)) },
      settings: QUICK,
    },
    {
      ...environmentOf(weather),
      hashing: given.hashing ?? countingHashing(),
      rules: { ...RULES, ...given.rules },
    },
  );
  const cast: Cast = {
    ...{ random, model, weather, now: START, rotations: [], distrusted: new Set() },
    ...{ captured: undefined, dead: undefined, lies: false, memory: undefined, forks: new Map() },
    accounts: [1, 2, 3, 4, 5].map((n) => addressOf(0x300 + n)),
    collections: ids.flatMap((homeChain) =>
      STANDARDS.map((_, at) => ({ homeChain, homeToken: addressOf(0x401 + at) })),
    ),
    lostForks: [],
    past: [],
    nonces: 0,
  };
  const first = (action: Action) => {
    given.tell?.(action);
    step(model, action, START);
  };
  for (const on of ids) {
    for (const [at, standard] of STANDARDS.entries())
      issue(cast, on, standard, addressOf(0x401 + at), first);
    for (const other of ids) if (other !== on) openLane(cast, on, other, first);
  }
  return cast;
}

const STANDARDS: readonly Standard[] = ["erc721", "erc1155", "erc20"];

/** A collection as tests need it. */
export const plainToken = (standard: Standard): HomeToken => ({
  ...{ standard, name: `The ${standard}`, symbol: "T", decimals: standard === "erc20" ? 6 : 0 },
  ...{ contractUri: "ipfs://about", royaltyReceiver: ZERO_ADDRESS, royaltyBps: 0 },
  uriTemplate: standard === "erc20" ? "" : "https://tokens.example/{decimal}.json",
  uris: new Map(),
});

type Do = (action: Action) => void;

function issue(cast: Cast, on: ChainId, as: Standard, token: Address, first: Do): void {
  const { model, accounts, random, now } = cast;
  first({ on, type: "create-token", token, as: plainToken(as) });
  const give = (id: number, amount: number, to: Address) => {
    const asset = { id: BigInt(id), amount: BigInt(amount) };
    first({ on, type: "mint", token, asset, to });
  };
  for (const [at, account] of accounts.entries()) {
    if (as === "erc20") give(0, 1_000 + random.below(1_000), account);
    else if (as === "erc1155") for (const id of [7, 8]) give(id, 10 + random.below(50), account);
    else for (const id of [1, 2, 3]) give(10 * at + id, 1, account);
  }
  if (as !== "erc20") return;
  first(actOf(model, on, { kind: "list-token", token, class: "payment", ...NO_LIMIT }, now));
}

function openLane({ model, now }: Cast, on: ChainId, counterpart: ChainId, first: Do): void {
  const counterpartGateway = chainOf(model, counterpart).gateway;
  first(actOf(model, on, { kind: "open-lane", epoch: 0, counterpart, counterpartGateway }, now));
}

/** An act with the signatures of a gateway's present quorum on its next nonce. */
export function actOf(model: Model, on: ChainId, act: CouncilAct, now: number): Action {
  const chain = chainOf(model, on);
  const { nonce } = chain.council;
  const { validators, quorum } = setAt(chain, now);
  const signatures = signAll(validators.slice(0, quorum), actText(chain, nonce, act));
  return { on, type: "act", nonce, act, signatures };
}
