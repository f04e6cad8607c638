import { isSameAddress } from "@ryugu/sdk/primitives";
import type { Reserve } from "@ryugu/sdk/reserves";
import {
  assessReserve,
  isFault,
  type Owed,
  owedBy,
  owedUnits,
  type Reading,
  readingOfIds,
} from "../domain/reserves.ts";
import type { ReserveReader } from "../ports/reserve-reader.ts";
import type { AuditorContext } from "./context.ts";
import type { Pending } from "./pass.ts";

/** Ids in one question to an ERC-1155. */
const IDS_AT_ONCE = 100;
/** Tokens of one collection whose owner or supply is asked for in one pass; the next pass asks for the next ones. */
const SAMPLE = 16;

/** Nothing can be said now. */
const UNREAD: Reading = { vault: undefined, issued: undefined };

/** Where a pass stands in its rounds over tokens too many to ask for all. */
export interface Round {
  turn: number;
}

interface Chains {
  home: ReserveReader;
  counterpart: ReserveReader;
}

/** Asks the chains about one collection, and again from other endpoints before anything is called a fault. */
export async function readReserve(
  context: AuditorContext,
  pending: Pending,
  round: Round,
): Promise<Reserve | undefined> {
  const home = context.readers.get(pending.backing.homeChain);
  const counterpart = context.readers.get(pending.backing.counterpartChain);
  if (home === undefined || counterpart === undefined) return undefined;
  const chains = { home, counterpart };
  const first = await assess(context, chains, pending, round);
  if (!isFault(first)) return first;
  home.distrust();
  counterpart.distrust();
  return assess(context, chains, pending, round);
}

async function assess(
  context: AuditorContext,
  chains: Chains,
  pending: Pending,
  round: Round,
): Promise<Reserve> {
  const { backing, ledger, at } = pending;
  const owed = owedBy(ledger);
  const reading = await readingOf(context, chains, pending, owed, round);
  const winding = pending.winding ? { claimed: 0n } : undefined;
  const reserve = assessReserve(backing, owed, reading, winding);
  const until = await chains.home.quarantinedUntil(backing.homeToken, at.home);
  return until === undefined || until === 0 ? reserve : { ...reserve, quarantinedUntil: until };
}

async function readingOf(
  context: AuditorContext,
  chains: Chains,
  pending: Pending,
  owed: Owed,
  round: Round,
): Promise<Reading> {
  switch (pending.backing.standard) {
    case "erc20":
      return readMoney(chains, pending);
    case "erc721":
      return readTokens(context, chains, pending, owed, round);
    case "erc1155":
      return readUnits(context, chains, pending, round);
  }
}

async function readMoney(chains: Chains, { backing, at }: Pending): Promise<Reading> {
  const { homeToken, counterpartChain, standard } = backing;
  const vault = await chains.home.vaultOf(counterpartChain);
  const held = await chains.home.balances(homeToken, standard, vault, [], at.home);
  const there = await chains.counterpart.representationOf(backing);
  const issued = await chains.counterpart.supplyOf(there, undefined, at.counterpart);
  return { vault: held?.[0], issued };
}

/** A count of the whole, and the owners of a few: a token that miscounts is found out as the rounds go by. */
async function readTokens(
  { store }: AuditorContext,
  chains: Chains,
  pending: Pending,
  owed: Owed,
  round: Round,
): Promise<Reading> {
  const { backing, at } = pending;
  const { homeToken, standard } = backing;
  const vault = await chains.home.vaultOf(backing.counterpartChain);
  const held = (await chains.home.balances(homeToken, standard, vault, [], at.home))?.[0];
  const tokens = await store.tokenLedgers(pending.pair, backing, at);
  if (held === undefined || tokens === undefined) return UNREAD;
  const due = tokens.filter(({ ledger }) => owedUnits(owedBy(ledger)) > 0n);
  let missing = 0n;
  for (const { id } of sampleOf(due, round)) {
    const owner = await chains.home.ownerOf(homeToken, id, at.home);
    if (owner === undefined || !isSameAddress(owner, vault)) missing += 1n;
  }
  const most = owedUnits(owed) - missing;
  return { vault: missing > 0n && held > most ? most : held, issued: undefined };
}

async function readUnits(
  { store }: AuditorContext,
  chains: Chains,
  pending: Pending,
  round: Round,
): Promise<Reading> {
  const { backing, at } = pending;
  const { homeToken, standard } = backing;
  const vault = await chains.home.vaultOf(backing.counterpartChain);
  const there = await chains.counterpart.representationOf(backing);
  const tokens = await store.tokenLedgers(pending.pair, backing, at);
  if (tokens === undefined) return UNREAD;
  const sampled = new Set(sampleOf(tokens, round).map(({ id }) => id));
  const ids: { owed: Owed; reading: Reading }[] = [];
  for (let from = 0; from < tokens.length; from += IDS_AT_ONCE) {
    const some = tokens.slice(from, from + IDS_AT_ONCE);
    const asked = some.map(({ id }) => id);
    const held = await chains.home.balances(homeToken, standard, vault, asked, at.home);
    for (const [i, { id, ledger }] of some.entries()) {
      const issued = sampled.has(id)
        ? await chains.counterpart.supplyOf(there, id, at.counterpart)
        : undefined;
      ids.push({ owed: owedBy(ledger), reading: { vault: held?.[i], issued } });
    }
  }
  return readingOfIds(ids);
}

/** The round's share of a list: every entry's turn comes. */
function sampleOf<T>(all: readonly T[], { turn }: Round): T[] {
  if (all.length <= SAMPLE) return [...all];
  const from = (turn * SAMPLE) % all.length;
  return [...all, ...all].slice(from, from + SAMPLE);
}
