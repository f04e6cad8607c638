import { type Here, homeToken } from "../here.ts";
import type { CarriedMetadata, CollectionMessage, Refresh } from "../message/message.ts";
import { ensure } from "../refusal.ts";
import { append } from "../send/append.ts";
import { put } from "../state/journal.ts";
import type { OutgoingLane } from "../state/lane.ts";
import { type HomeToken, uriOf } from "../state/token.ts";
import { type Collection, collectionKey, ZERO_ADDRESS } from "../words.ts";
import { classOf } from "./entry.ts";
import { byteLength, cutText } from "./uri-form.ts";

const MOST_EXACT = 1_024;
const MOST_EXACT_TOGETHER = 4_096;
const MOST_RECORDS = 65_535;
const RECORD_ZERO = recordContent("ipfs://", "", ZERO_ADDRESS, 0);

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
  const carried =
    token.standard === "erc20"
      ? ids.map((): CarriedMetadata => ({ form: "none" }))
      : ids.map((id) => describeOne(here, lane, collection, token, id));
  const exact = carried.map((m) => (m.form === "exact" ? byteLength(m.uri) : 0));
  const together = exact.reduce((sum, length) => sum + length, 0);
  const fits = exact.every((length) => length <= MOST_EXACT) && together <= MOST_EXACT_TOGETHER;
  ensure(fits, "UriTooLong");
  if (!lane.announced.has(collectionKey(collection))) {
    announce(here, lane, collection, token, 0, "", "", []);
  }
  return carried;
}

function describeOne(
  here: Here,
  lane: OutgoingLane,
  collection: Collection,
  token: HomeToken,
  id: bigint,
): CarriedMetadata {
  const form = here.env.chooseForm(uriOf(token, id), id, token.standard);
  if (form.form !== "exact") {
    const { prefix, suffix, ...rest } = form;
    return { ...rest, record: recordFor(here, lane, collection, token, prefix, suffix) };
  }
  const royalty = token.royaltyBps > 0;
  const record = royalty ? recordFor(here, lane, collection, token, "", "") : 0;
  return { form: "exact", record, uri: form.uri };
}

/** A record's number on this lane; a new one is told before the message that needs it. */
function recordFor(
  here: Here,
  lane: OutgoingLane,
  collection: Collection,
  token: HomeToken,
  prefix: string,
  suffix: string,
): number {
  const content = recordContent(prefix, suffix, token.royaltyReceiver, token.royaltyBps);
  if (content === RECORD_ZERO) return 0;
  const records = lane.announced.get(collectionKey(collection));
  const known = records?.get(content);
  if (known !== undefined) return known;
  const number = (records?.size ?? 0) + 1;
  ensure(number <= MOST_RECORDS, "RecordsExhausted");
  announce(here, lane, collection, token, number, prefix, suffix, []);
  const after = lane.announced.get(collectionKey(collection));
  if (after !== undefined) put(here.journal, after, content, number);
  return number;
}

/** Appends what representations of a collection are to say about themselves. */
export function announce(
  here: Here,
  lane: OutgoingLane,
  collection: Collection,
  token: HomeToken,
  record: number,
  prefix: string,
  suffix: string,
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
    prefix,
    suffix,
    contractUri,
    refreshes,
  };
  append(here, lane, message);
  const key = collectionKey(collection);
  if (!lane.announced.has(key)) put(here.journal, lane.announced, key, new Map());
}
