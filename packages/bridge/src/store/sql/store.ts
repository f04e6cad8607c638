import type { Clock } from "../../ports/clock.ts";
import type { Store, StoreTopic } from "../../ports/store.ts";
import { actStore } from "./act-store.ts";
import * as archive from "./archive-store.ts";
import * as attester from "./attester-store.ts";
import { auditStore } from "./audit-store.ts";
import { finalBlocks, seenBlocks } from "./blocks.ts";
import { certificateStore } from "./certificate-store.ts";
import { begin, readCursor } from "./cursor.ts";
import type { SqlDatabase, SqlSession } from "./database.ts";
import { firstEvent, lastEvent, readEvents } from "./events.ts";
import { readHoldings } from "./holdings.ts";
import * as lanes from "./lanes.ts";
import * as observer from "./observer-store.ts";
import { payoutIndexStore } from "./payout-index.ts";
import { payoutView } from "./payout-view.ts";
import * as relayer from "./relayer-store.ts";
import { number } from "./rows.ts";
import { royaltyStore } from "./royalty-store.ts";
import { royaltyView } from "./royalty-view.ts";
import { statementLogStore } from "./statement-logs.ts";
import { addTrail, readTrail } from "./trail-store.ts";
import * as transfers from "./transfers.ts";
import { setValidators } from "./validator-sets.ts";
import * as webhooks from "./webhook-store.ts";
import * as zone from "./zone-store.ts";

/** How processes that share a database tell each other that something changed. What gets lost is found by looking. */
export interface OtherProcesses {
  announce(topic: StoreTopic): void;
  listen(hear: (topic: StoreTopic) => void): void;
  close(): Promise<void>;
}

/** The store over a database that speaks SQL. Whoever opened the database gives it away: the store closes it. */
export function sqlStore(
  db: SqlDatabase,
  clock: Pick<Clock, "now">,
  others?: OtherProcesses,
): Store {
  const listeners = new Set<(topic: StoreTopic) => void>();
  const notify = (topic: StoreTopic) => {
    for (const listener of listeners) listener(topic);
  };
  others?.listen(notify);
  const write = db.transaction;
  const read = db.snapshot;
  /** Writes, and tells whoever waits when something changed. */
  const change = async <T>(
    topic: StoreTopic,
    work: (session: SqlSession) => Promise<T>,
    hasChanged: (result: T) => boolean = () => true,
  ): Promise<T> => {
    const result = await write(work);
    if (!hasChanged(result)) return result;
    notify(topic);
    others?.announce(topic);
    return result;
  };

  return {
    cursor: (chain) => readCursor(db, chain),
    begin: (cursor) => write((tx) => begin(tx, cursor)),
    lanes: () => lanes.readLanes(db),
    lane: (laneId) => lanes.readLane(db, laneId),
    addLanes: (routes) => write((tx) => lanes.addLanes(tx, routes)),
    async setValidators(chain, set) {
      await change("facts", (tx) => setValidators(tx, chain, set), Boolean);
    },
    own: (owner) => write((tx) => zone.own(tx, owner)),
    validatorSets: () => read(zone.readValidatorSets),
    manifest: (zoneId) => zone.readManifest(db, zoneId),
    keepManifest: (manifest) => write((tx) => zone.keepManifest(tx, manifest)),
    record: (update) => change("facts", (tx) => observer.record(tx, update)),
    seenBlocks: (chain) => seenBlocks(db, chain),
    finalBlocks: (chain, limit) => finalBlocks(db, chain, limit),
    finalTipAt: (laneId, block) => lanes.finalTipAt(db, laneId, block),
    rewind: (chain, to) => write((tx) => observer.rewind(tx, chain, to)),
    haltLane: (laneId, halt) => change("facts", (tx) => lanes.haltLane(tx, laneId, halt)),

    lastReserved: (laneId, anchor) => attester.lastReserved(db, laneId, anchor),
    unsigned: (laneId, above, limit) => attester.unsigned(db, laneId, above, limit),
    reserve: (checkpoints) => write((tx) => attester.reserve(tx, checkpoints)),
    addOwnAttestations: (attestations) =>
      change("attestations", async (tx) => {
        await attester.markSigned(tx, attestations);
        await archive.addAttestations(tx, attestations, clock.now());
      }),

    async addAttestations(attestations) {
      const add = (tx: SqlSession) => archive.addAttestations(tx, attestations, clock.now());
      return (await change("attestations", add, ({ added }) => added > 0)).proofs;
    },
    attestations: (laneId, query) => archive.readAttestations(db, laneId, query),
    messages: (laneId, { from, limit }) => archive.readMessages(db, laneId, from, limit),
    twoHeads: (limit) => archive.readTwoHeads(db, limit),

    finalMessages: (laneId, from, limit) => archive.readMessages(db, laneId, from, limit),
    attestedCheckpoints: (laneId, from, limit) =>
      relayer.attestedCheckpoints(db, laneId, from, limit),
    attestationsOf: (checkpoint) => archive.attestationsOf(db, checkpoint),
    openSubmissions: (chain) => relayer.openSubmissions(db, chain),
    addSubmission: (submission, known) =>
      change("submissions", (tx) => relayer.addSubmission(tx, submission, known)),
    replaceSubmission: (before, after) =>
      change("submissions", (tx) => relayer.replaceSubmission(tx, before, after)),

    transfer: (messageId) => read((tx) => transfers.readTransfer(tx, messageId)),
    transfers: (query) => read((tx) => transfers.readTransfers(tx, query)),
    events: (after, limit, messageId) => readEvents(db, after, limit, messageId),
    firstEvent: () => firstEvent(db),
    lastEvent: () => lastEvent(db),
    holdings: () => read(readHoldings),

    ...actStore(db, clock),
    ...auditStore(db),
    ...certificateStore(db),
    ...royaltyStore(db),
    ...royaltyView(db),
    ...payoutIndexStore(db),
    ...payoutView(db),
    ...statementLogStore(db),

    exportTransfers: (after, limit) => read((tx) => transfers.exportTransfers(tx, after, limit)),
    addTrail: (entry) => write((tx) => addTrail(tx, entry)),
    trail: (after, limit) => readTrail(db, after, limit),

    webhookCursor: (name) => webhooks.readWebhookCursor(db, name),
    saveWebhookCursor: (name, event) => write((tx) => webhooks.saveWebhookCursor(tx, name, event)),

    bytes: async () => number((await db.get(db.dialect.sizeQuery)) ?? {}, "bytes"),

    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      await others?.close();
      await db.close();
    },
  };
}
