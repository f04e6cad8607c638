import { type Here, homeToken } from "../here.ts";
import type { CarriedMetadata, CollectionMessage, Refresh } from "../message/message.ts";
import { ensure } from "../refusal.ts";
import { append } from "../send/append.ts";
import { put } from "../state/journal.ts";
import type { OutgoingLane } from "../state/lane.ts";
import { type HomeToken, uriOf } from "../state/token.ts";
import { type Collection, collectionKey, ZERO_ADDRESS } from "../words.ts";
import { classOf } from "./entry.ts";
import { startMeter } from "./limits.ts";
import { byteLength, cutText, type UriForm } from "./uri-form.ts";

const MOST_EXACT = 1_024;
const MOST_EXACT_TOGETHER = 4_096;
const MOST_RECORDS = 65_535;
export const RECORD_ZERO = recordContent("ipfs://", "", ZERO_ADDRESS, 0);

function recordContent(prefix: string, suffix: string, receiver: string, bps: number): string {
  return JSON.stringify([prefix, suffix, receiver, bps]);
}

/**
 * How the tokens of a message leaving home are described on a lane. What the lane was not told yet, the collection or a
 * record, is appended to it first, one Collection message for each.
 */
export function describe(
  here: Here,
  lane: OutgoingLane,
  collection: Collection,
  ids: readonly bigint[],
): CarriedMetadata[] {
  const token = homeToken(here, collection);
  if (token.standard === "erc20") {
    numberOf(here, lane, collection, token, RECORD_ZERO, ["", ""]);
    return ids.map(() => ({ form: "none" }));
  }
  const carried = ids.map((id) => describeOne(here, lane, collection, token, id));
  const exact = carried.map((m) => (m.form === "exact" ? byteLength(m.uri) : 0));
  const together = exact.reduce((sum, length) => sum + length, 0);
  const fits = exact.every((length) => length <= MOST_EXACT) && together <= MOST_EXACT_TOGETHER;
  ensure(fits, "UriTooLong");
  return carried;
}

/** A token's metadata as it is carried; its record is told first if the lane does not know it. */
export function describeOne(
  here: Here,
  lane: OutgoingLane,
  collection: Collection,
  token: HomeToken,
  id: bigint,
): CarriedMetadata {
  const form = here.env.chooseForm(uriOf(token, id), id, token.standard);
  const { content, around } = recordOf(token, form);
  const record = numberOf(here, lane, collection, token, content, around);
  return carriedAs(form, record);
}

/** A token's metadata under a record's number. */
export function carriedAs(form: UriForm, record: number): CarriedMetadata {
  if (form.form === "exact") return { form: "exact", record, uri: form.uri };
  const { prefix: _, suffix: __, ...rest } = form;
  return { ...rest, record };
}

/** What a token's record says. An exact text needs one for its royalty only. */
export function recordOf(token: HomeToken, form: UriForm) {
  const around: Around = form.form === "exact" ? ["", ""] : [form.prefix, form.suffix];
  const { royaltyReceiver, royaltyBps } = token;
  const builtIn = form.form === "exact" && royaltyBps === 0;
  const content = builtIn ? RECORD_ZERO : recordContent(...around, royaltyReceiver, royaltyBps);
  return { content, around };
}

/** What stands before the variable part of a URI, and after it. */
export type Around = readonly [prefix: string, suffix: string];

/** A record's number on this lane; one that was not told yet is told before the message that needs it. */
function numberOf(
  here: Here,
  lane: OutgoingLane,
  collection: Collection,
  token: HomeToken,
  content: string,
  around: Around,
): number {
  const known = lane.announced.get(collectionKey(collection))?.get(content);
  if (known !== undefined) return known;
  const number = giveNumber(here, lane, collection, content);
  startMeter(here, collection, token.standard);
  announce(here, lane, collection, token, number, around, []);
  return number;
}

/** Numbers a record; the built-in one has 0 and is not counted. */
export function giveNumber(
  here: Here,
  lane: OutgoingLane,
  collection: Collection,
  content: string,
): number {
  const key = collectionKey(collection);
  const records = lane.announced.get(key) ?? new Map<string, number>();
  const known = records.get(content);
  if (known !== undefined) return known;
  const counted = records.size - (records.has(RECORD_ZERO) ? 1 : 0);
  const number = content === RECORD_ZERO ? 0 : counted + 1;
  ensure(number <= MOST_RECORDS, "RecordsExhausted");
  if (!lane.announced.has(key)) put(here.journal, lane.announced, key, records);
  put(here.journal, records, content, number);
  return number;
}

/** Appends what representations of a collection are to say about themselves. */
export function announce(
  here: Here,
  lane: OutgoingLane,
  collection: Collection,
  token: HomeToken,
  record: number,
  [prefix, suffix]: Around,
  refreshes: readonly Refresh[],
): void {
  const contractUri = byteLength(token.contractUri) > 1_024 ? "" : token.contractUri;
  const message: CollectionMessage = {
    kind: "collection",
    standard: token.standard,
    class: classOf(here, collection, token.standard),
    ...collection,
    record,
    royaltyReceiver: record === 0 ? ZERO_ADDRESS : token.royaltyReceiver,
    royaltyBps: record === 0 ? 0 : token.royaltyBps,
    decimals: token.decimals,
    name: cutText(token.name, 128),
    symbol: cutText(token.symbol, 32),
    prefix: record === 0 ? "" : prefix,
    suffix: record === 0 ? "" : suffix,
    contractUri,
    refreshes,
  };
  append(here, lane, message);
}
