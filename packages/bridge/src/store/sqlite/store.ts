import type { Clock } from "../../ports/clock.ts";
import type { Store, StoreTopic } from "../../ports/store.ts";
import * as archive from "./archive-store.ts";
import * as attester from "./attester-store.ts";
import { openDatabase } from "./database.ts";
import { lastEvent, readEvents } from "./events.ts";
import { readHoldings } from "./holdings.ts";
import * as lanes from "./lanes.ts";
import * as observer from "./observer-store.ts";
import * as relayer from "./relayer-store.ts";
import * as transfers from "./transfers.ts";

export interface SqliteStoreOptions {
  /** A file, or `:memory:`. */
  path: string;
  /** How many validators make a checkpoint count. */
  quorum: number;
  clock: Pick<Clock, "now">;
}

/**
 * The embedded store: one SQLite file, write-ahead log, every commit on disk before it counts.
 *
 * @throws StoreUnavailableError, StoreLockedError, StoreCorruptError, StoreTooNewError
 */
export function sqliteStore({ path, quorum, clock }: SqliteStoreOptions): Store {
  const db = openDatabase(path);
  const listeners = new Set<(topic: StoreTopic) => void>();
  const notify = (topic: StoreTopic) => {
    for (const listener of listeners) listener(topic);
  };

  return {
    cursor: async (chain) => observer.readCursor(db, chain),
    begin: async (cursor) => observer.begin(db, cursor),
    lanes: async () => lanes.readLanes(db),
    lane: async (laneId) => lanes.readLane(db, laneId),
    addLanes: async (routes) => lanes.addLanes(db, routes),
    async record(update) {
      observer.record(db, quorum, update);
      notify("facts");
    },
    seenBlocks: async (chain) => observer.seenBlocks(db, chain),
    finalBlocks: async (chain, limit) => observer.finalBlocks(db, chain, limit),
    finalTipAt: async (laneId, block) => lanes.finalTipAt(db, laneId, block),
    rewind: async (chain, to) => observer.rewind(db, chain, to),
    async haltLane(laneId, halt) {
      lanes.haltLane(db, laneId, halt);
      notify("facts");
    },

    lastReserved: async (laneId, anchor) => attester.lastReserved(db, laneId, anchor),
    unsigned: async (laneId, above, limit) => attester.unsigned(db, laneId, above, limit),
    reserve: async (checkpoints) => attester.reserve(db, checkpoints),
    async addOwnAttestations(attestations) {
      db.transaction(() => {
        attester.markSigned(db, attestations);
        archive.addAttestations(db, quorum, attestations, clock.now());
      });
      notify("attestations");
    },

    async addAttestations(attestations) {
      const { added, proofs } = db.transaction(() =>
        archive.addAttestations(db, quorum, attestations, clock.now()),
      );
      if (added > 0) notify("attestations");
      return proofs;
    },
    attestations: async (laneId, query) => archive.readAttestations(db, laneId, query),
    messages: async (laneId, { from, limit }) => archive.readMessages(db, laneId, from, limit),
    twoHeads: async (limit) => archive.readTwoHeads(db, limit),

    finalMessages: async (laneId, from, limit) => archive.readMessages(db, laneId, from, limit),
    attestedCheckpoints: async (laneId, from, limit) =>
      relayer.attestedCheckpoints(db, laneId, from, limit),
    attestationsOf: async (checkpoint) => archive.attestationsOf(db, checkpoint),
    openSubmissions: async (chain) => relayer.openSubmissions(db, chain),
    async saveSubmission(submission) {
      relayer.saveSubmission(db, submission);
      notify("submissions");
    },

    transfer: async (messageId) => transfers.readTransfer(db, quorum, messageId),
    transfers: async (query) => transfers.readTransfers(db, quorum, query),
    events: async (after, limit, messageId) => readEvents(db, after, limit, messageId),
    lastEvent: async () => lastEvent(db),
    holdings: async () => readHoldings(db),

    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => db.close(),
  };
}
