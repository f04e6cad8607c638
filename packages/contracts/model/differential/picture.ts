import { AbiCoder, Interface, toBeHex } from "ethers";
import { custodyAbi } from "../../abi/index.ts";
import { addressOf } from "../actors/begin.ts";
import { held, TOKENS_OWN } from "../asset/holdings.ts";
import { setAt } from "../honest.ts";
import type { Chain } from "../state/chain.ts";
import type { Representation } from "../state/token.ts";
import {
  type Address,
  assetKey,
  type ChainId,
  type Collection,
  collectionKey,
  DAY,
  type Hash,
  HOUR,
  type Holder,
  vaultOf,
} from "../words.ts";
import { type Book, CHAINS, gatewayInterface, TOKENS } from "./book.ts";
import { VALIDATOR_SET } from "./digests.ts";
import { chainNumber, structHash } from "./encoding.ts";
import { treeOf } from "./holders.ts";

/** One thing that a chain can be asked, and what the model says to it. */
export interface Look {
  readonly label: string;
  readonly to: Address;
  readonly data: string;
  /** As the answer's bytes; undefined where there is none. */
  readonly expected: string | undefined;
}

const ACCOUNTS = [1, 2, 3, 4, 5].map((n) => addressOf(0x300 + n));
const HOLDERS: readonly Holder[] = [
  ...[...ACCOUNTS, addressOf(0x666), TOKENS_OWN as Address],
  ...CHAINS.map(vaultOf),
];
const NFT_IDS = ACCOUNTS.flatMap((_, at) => [1, 2, 3].map((n) => BigInt(10 * at + n)));
const UNIT_IDS = [7n, 8n];
const BUDGET = 6 * HOUR;
const BUDGET_PERIOD = 7 * DAY;

const coder = AbiCoder.defaultAbiCoder();
const custody = new Interface(custodyAbi);
const tokens = new Interface([
  "function ownerOf(uint256) view returns (address)",
  "function tokenURI(uint256) view returns (string)",
  "function uri(uint256) view returns (string)",
  "function balanceOf(address,uint256) view returns (uint256)",
  "function balanceOf(address) view returns (uint256)",
]);
const word = (value: number | bigint | Address): string => toBeHex(BigInt(value), 32);

/** Everything of a chain that the model keeps too. */
export function picture(book: Book, chain: Chain, ids: Iterable<Hash>, now: number): Look[] {
  return [
    ...CHAINS.flatMap((homeChain) => lookAtTokens(book, chain, homeChain)),
    ...CHAINS.filter((id) => id !== chain.id).flatMap((id) => lookAtLanes(book, chain, id)),
    ...[...ids].map((id) =>
      atGateway(
        book,
        `parked ${id}`,
        "parkedMessage",
        [id],
        chain.parked.has(id) ? "any" : word(0),
      ),
    ),
    ...lookAtCouncil(book, chain, now),
    ...lookAtMeters(book, chain),
  ];
}

function atGateway(
  { gateway: to }: Book,
  label: string,
  name: string,
  values: readonly unknown[],
  expected: string,
): Look {
  return { label, to, data: gatewayInterface.encodeFunctionData(name, values), expected };
}

const result = (name: string, values: readonly unknown[]): string =>
  gatewayInterface.encodeFunctionResult(name, values);

function lookAtTokens(book: Book, chain: Chain, homeChain: ChainId): Look[] {
  const looks: Look[] = [];
  const look = (label: string, to: Address, name: string, values: unknown[], expected?: string) =>
    looks.push({ label, to, data: tokens.encodeFunctionData(name, values), expected });
  for (const [standard, homeToken] of Object.entries(TOKENS)) {
    const collection = { homeChain, homeToken };
    const on = book.tokenOn(chain.id, collection);
    const stands = chain.representations.get(collectionKey(collection));
    if (homeChain !== chain.id && stands === undefined) {
      look(`${standard} of ${homeChain}`, on, "ownerOf", [1n]);
      continue;
    }
    if (standard === "erc721") {
      for (const id of NFT_IDS) {
        const [owner] = chain.holdings.get(assetKey(collection, id))?.keys() ?? [];
        const expected = owner === undefined ? undefined : word(book.holder(owner));
        look(`owner of ${assetKey(collection, id)}`, on, "ownerOf", [id], expected);
        const uri = stands && owner ? coder.encode(["string"], [uriOf(stands, id)]) : undefined;
        if (uri) look(`uri of ${assetKey(collection, id)}`, on, "tokenURI", [id], uri);
      }
      continue;
    }
    for (const id of standard === "erc1155" ? UNIT_IDS : [0n]) {
      const name = standard === "erc1155" ? "balanceOf(address,uint256)" : "balanceOf(address)";
      for (const holder of HOLDERS) {
        const of = book.holder(holder);
        const expected = word(held(chain, collection, id, holder));
        const label = `${assetKey(collection, id)} of ${holder}`;
        look(label, on, name, standard === "erc1155" ? [of, id] : [of], expected);
      }
      if (standard !== "erc1155" || !stands?.metadata.has(id)) continue;
      const uri = coder.encode(["string"], [uriOf(stands, id)]);
      look(`uri of ${assetKey(collection, id)}`, on, "uri", [id], uri);
    }
  }
  return looks;
}

/** A representation's URI, as what it was told says. Content ids are not in schedules. */
function uriOf({ metadata, records }: Representation, id: bigint): string {
  const carried = metadata.get(id);
  if (carried === undefined || carried.form === "none") return "";
  if (carried.form === "exact") return carried.uri;
  const record = carried.record === 0 ? { prefix: "ipfs://", suffix: "" } : undefined;
  const { prefix, suffix } = record ?? records.get(carried.record) ?? { prefix: "", suffix: "" };
  const middle =
    carried.form === "decimal"
      ? id.toString()
      : carried.form === "hex"
        ? id.toString(16).padStart(64, "0")
        : "";
  return `${prefix}${middle}${suffix}`;
}

function lookAtLanes(book: Book, chain: Chain, counterpart: ChainId): Look[] {
  const out = chain.outgoing.get(counterpart);
  const back = chain.incoming.get(counterpart);
  const number = chainNumber(counterpart);
  if (out === undefined || back === undefined) return [];
  const paused = chain.pausedUntil.get(counterpart) ?? 0;
  const outbound = [out.head, out.log.length, paused, out.retired, out.closed];
  const { head, delivered, anchor, claimedAhead, haltedAt, closed } = back;
  const halted = haltedAt !== undefined;
  const inbound = [head, delivered, anchor, number, claimedAhead, paused, halted, closed];
  const { fee, collector, quota } = out.terms;
  const standing = chain.windDowns.get(counterpart);
  const root = standing === undefined ? word(0) : treeOf(book, standing.leaves).root;
  const at = (name: string, asked: unknown, values: readonly unknown[]) =>
    atGateway(book, `${name} ${counterpart}`, name, [asked], result(name, values));
  return [
    at("outboundLane", out.id, [outbound]),
    at("inboundLane", back.id, [inbound]),
    at("termsOf", number, [[fee, collector, quota]]),
    at("windDownOf", number, [root, standing?.claimableFrom ?? 0]),
  ];
}

function lookAtCouncil(book: Book, chain: Chain, now: number): Look[] {
  const { people, plan } = book;
  const set = setAt(chain, now);
  const validators = set.validators.map((validator) => people.real(validator));
  const { current, next } = chain.policy;
  const waits = next !== undefined && now < next.validFrom;
  const policies = waits
    ? [book.policy(current), book.policy(next.policy), next.validFrom]
    : [book.policy(next?.policy ?? current), book.policy("none"), 0];
  const settings = plan.spec.settings;
  const at = (name: string, asked: readonly unknown[], values: readonly unknown[]) =>
    atGateway(book, `${name} ${asked}`, name, asked, result(name, values));
  return [
    at(
      "validatorSet",
      [],
      [set.epoch, setHashOf(set.epoch, set.quorum, validators), set.quorum, validators],
    ),
    at("policy", [], policies),
    at("councilNonce", [], [chain.council.nonce]),
    at("settings", [], [settings.minDeadline, settings.maxDeadline, settings.defaultDeadline]),
    ...set.validators.map((validator) => {
      const budget = chain.pauseBudgets.get(validator) ?? { spent: 0, end: 0, nonce: 0 };
      const whole = now >= budget.end + BUDGET_PERIOD;
      const left = whole ? BUDGET : Math.max(0, BUDGET - budget.spent);
      return at("pauseBudgetOf", [people.real(validator)], [left, budget.nonce]);
    }),
  ];
}

function lookAtMeters(book: Book, chain: Chain): Look[] {
  const to = book.plan.custody as Address;
  return CHAINS.flatMap((homeChain) =>
    Object.values(TOKENS).map((homeToken): Look => {
      const collection: Collection = { homeChain, homeToken };
      const key = collectionKey(collection);
      const meter = chain.meters.get(key);
      const { windowStart = 0, windowMinutes = 0, used = 0n, cap = 0n } = meter ?? {};
      const until = chain.quarantinedUntil.get(key) ?? 0;
      const values = [[windowStart, until, windowMinutes, used, cap]];
      const data = custody.encodeFunctionData("meterOf", [book.tokenOn(chain.id, collection)]);
      const expected = custody.encodeFunctionResult("meterOf", values);
      return { label: `meter of ${key}`, to, data, expected };
    }),
  );
}

const setHashOf = (epoch: number, quorum: number, validators: readonly Address[]): Hash =>
  structHash(VALIDATOR_SET, [...[epoch, quorum, validators]]);
