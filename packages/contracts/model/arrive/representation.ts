import { type Here, representation } from "../here.ts";
import type { CarriedMetadata, CollectionMessage, TransferMessage } from "../message/message.ts";
import { ensure, Refusal } from "../refusal.ts";
import { put } from "../state/journal.ts";
import type { Representation } from "../state/token.ts";
import { type ChainId, type Collection, collectionKey } from "../words.ts";

/**
 * Takes in what a collection says about itself. It cannot fail, and passes no policy and no limit. One that is met after a
 * later one, by claim, only defines its record. A record once defined stays as it is.
 */
export function define(here: Here, sequence: number, message: CollectionMessage): void {
  const key = collectionKey(message);
  const before = here.chain.representations.get(key);
  const records = before?.records ?? new Map();
  const { prefix, suffix, royaltyReceiver, royaltyBps } = message;
  if (message.record > 0 && !records.has(message.record)) {
    const record = { prefix, suffix, royaltyReceiver, royaltyBps };
    put(here.journal, records, message.record, record);
  }
  if (before !== undefined && before.toldBy > sequence) return;
  const { standard, name, symbol, decimals, contractUri } = message;
  const after: Representation = {
    ...{ standard, class: message.class, name, symbol, decimals, contractUri },
    ...{ toldBy: sequence, records, metadata: before?.metadata ?? new Map() },
  };
  put(here.journal, here.chain.representations, key, after);
  for (const { id, metadata } of message.refreshes) {
    // Only what has been here has anything to refresh.
    if (after.metadata.has(id)) put(here.journal, after.metadata, id, metadata);
  }
}

/** A Collection message is about a collection of the lane's origin. */
export function mustBeOfOrigin(origin: ChainId, { homeChain }: Collection): void {
  ensure(homeChain === origin, "MessageInvalid", "a collection from elsewhere");
}

/** Keeps what a Transfer says about its tokens. Their records must have been told before. */
export function keepMetadata(here: Here, message: TransferMessage): void {
  if (message.standard === "erc20") return;
  const { metadata, records } = representation(here, message);
  for (const asset of message.assets) {
    needRecord(records, asset.metadata);
    put(here.journal, metadata, asset.id, asset.metadata);
  }
}

function needRecord(records: Map<number, unknown>, metadata: CarriedMetadata): void {
  if (metadata.form === "none" || metadata.record === 0) return;
  if (!records.has(metadata.record)) throw new Refusal("RecordUnknown", `${metadata.record}`);
}
