import { startMeter } from "../asset/limits.ts";
import { type Here, representation } from "../here.ts";
import type { CollectionMessage, TransferMessage } from "../message/message.ts";
import { ensure } from "../refusal.ts";
import { put } from "../state/journal.ts";
import type { IncomingLane } from "../state/lane.ts";
import type { Representation } from "../state/token.ts";
import { collectionKey } from "../words.ts";

/** More messages than any lane will ever have: a newer anchor is newer whatever the sequence. */
const AN_ANCHOR = 2 ** 40;

/**
 * Takes in what a collection says about itself. It passes no policy and no limit. One that is met after a later one, by
 * claim, only defines its record. A record once defined stays as it is.
 */
export function define(
  here: Here,
  { origin, anchor }: IncomingLane,
  sequence: number,
  message: CollectionMessage,
): void {
  ensure(message.class !== "security", "ClassRefused", message.class);
  ensure(message.homeChain === origin, "MessageInvalid", "a collection from elsewhere");
  const order = anchor * AN_ANCHOR + sequence;
  const key = collectionKey(message);
  const before = here.chain.representations.get(key);
  const records = before?.records ?? new Map();
  if (before === undefined) startMeter(here, message, message.standard);
  const { prefix, suffix, royaltyReceiver, royaltyBps } = message;
  if (message.record > 0 && !records.has(message.record)) {
    const record = { prefix, suffix, royaltyReceiver, royaltyBps };
    put(here.journal, records, message.record, record);
  }
  if (before !== undefined && before.toldBy > order) return;
  const { standard, name, symbol, decimals, contractUri } = message;
  const after: Representation = {
    ...{ standard, class: message.class, name, symbol, decimals, contractUri },
    ...{ toldBy: order, records, metadata: before?.metadata ?? new Map() },
  };
  put(here.journal, here.chain.representations, key, after);
  for (const { id, metadata } of message.refreshes) {
    // Only what has been here has anything to refresh.
    if (after.metadata.has(id)) put(here.journal, after.metadata, id, metadata);
  }
}

/**
 * Keeps what a Transfer says about its tokens. Where a claim brings a token before the message that defines its record,
 * the token says nothing of itself until that message comes.
 */
export function keepMetadata(here: Here, message: TransferMessage): void {
  if (message.standard === "erc20") return;
  const { metadata } = representation(here, message);
  for (const asset of message.assets) {
    if (asset.metadata.form !== "none") put(here.journal, metadata, asset.id, asset.metadata);
  }
}
