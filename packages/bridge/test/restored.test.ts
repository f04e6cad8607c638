/** An export, put back when its node had gone on: what came since is had from peers and chains, and no place gets a second head. */
import { type Attestation, type Checkpoint, signCheckpoint } from "@ryugu/sdk/lane";
import { address } from "@ryugu/sdk/primitives";
import { afterEach, expect, test } from "vitest";
import { createAttester } from "../src/attester/attester.ts";
import { extendLane, type LaneMessage } from "../src/domain/lane-log.ts";
import type { NodeEvent } from "../src/ports/report.ts";
import type { Store } from "../src/ports/store.ts";
import { exportDatabase } from "../src/store/backup/export.ts";
import { restoreDatabase, verifyExport } from "../src/store/backup/restore.ts";
import type { SqlDatabase } from "../src/store/sql/database.ts";
import { sqlStore } from "../src/store/sql/store.ts";
import { openSqlite } from "../src/store/sqlite/driver.ts";
import { councilOf, SET, VALIDATORS, ZONE_ID } from "./model/attestations.ts";
import { ROUTE, sentLogs } from "./model/lane.ts";
import { HOME, word } from "./model/messages.ts";

const { laneId } = ROUTE;
const clock = { now: () => 1 };
const whose = { zoneId: ZONE_ID, partner: "Bank" };
const wallet = firstOf(VALIDATORS);
const validator = address(wallet.address);

function firstOf<T>([first]: readonly T[]): T {
  if (first === undefined) throw new Error("there is none");
  return first;
}

/** Ten messages, one a block; the other history parts from them after the third. */
const start = { count: 0, head: laneId };
const blocks = Array.from({ length: 10 }, (_, i) => i + 1);
const honest = extendLane(start, sentLogs(laneId, start, blocks));
const common = honest.slice(0, 3);
const other = [...common, ...otherAfter(common)];

/** Other messages than the honest ones at the same places. */
function otherAfter(messages: readonly LaneMessage[]): LaneMessage[] {
  const head = messages.at(-1)?.messageId ?? laneId;
  const far = { count: 1_000, head };
  const logs = sentLogs(laneId, far, blocks.slice(messages.length));
  return extendLane(far, logs).map((message, i) => ({
    ...message,
    sequence: messages.length + i + 1,
  }));
}

/** What left the validator, in both of its node's lives. */
let signed: Checkpoint[] = [];
let published: Attestation[] = [];
const open: SqlDatabase[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((db) => db.close()));
  signed = [];
  published = [];
});

async function newNode(): Promise<{ db: SqlDatabase; store: Store }> {
  const db = await openSqlite(":memory:");
  open.push(db);
  return { db, store: sqlStore(db, clock) };
}

/** Reads messages of the chain as final. */
async function read(store: Store, messages: readonly LaneMessage[]): Promise<void> {
  const last = messages.at(-1)?.at.block ?? 0;
  const through = { number: last, hash: word(`block ${last}`) };
  const scanned = { finality: "final", through, messages, arrivals: [] } as const;
  await store.record({ chain: HOME, latest: { ...through, time: 0 }, scanned });
}

/** Signs as a node does, after it has asked two peers, who have all that was ever published. */
async function attest(store: Store): Promise<NodeEvent[]> {
  const events: NodeEvent[] = [];
  const copies = [...published];
  const attester = createAttester({
    store,
    clock,
    council: councilOf(SET),
    report: (event) => events.push(event),
    signer: {
      validator,
      sign(checkpoint) {
        signed.push(checkpoint);
        return signCheckpoint(wallet, ZONE_ID, checkpoint);
      },
    },
    exchange: {
      peers: ["one", "two"].map((name) => ({ name, validator })),
      publish: (attestations) => published.push(...attestations),
      pull: async (_, { from, limit }) =>
        copies.filter(({ sequence }) => sequence >= from).slice(0, limit),
      isAnswering: () => true,
    },
  });
  while (await attester.tick());
  await attester.tick();
  return events;
}

/** A node that was exported after three messages, and went on to the tenth. */
async function exported(): Promise<string[]> {
  const { db, store } = await newNode();
  await store.own(whose);
  await store.addLanes([ROUTE]);
  await store.setValidators(ROUTE.destinationChain, SET);
  const begin = { number: 0, hash: word("start") };
  await store.begin({ chain: HOME, final: begin, seen: begin, latest: { ...begin, time: 0 } });
  await read(store, common);
  await attest(store);
  let text = "";
  await exportDatabase(db, whose, async (part) => {
    text += part;
  });
  await read(store, honest.slice(3));
  await attest(store);
  expect(signed.map(({ sequence }) => sequence)).toEqual(blocks);
  return text.trimEnd().split("\n");
}

async function* linesOf(lines: readonly string[]) {
  yield* lines;
}

async function restored(lines: readonly string[]): Promise<Store> {
  const { db, store } = await newNode();
  await verifyExport(linesOf(lines), whose);
  await restoreDatabase(db, linesOf(lines));
  await store.own(whose);
  expect((await store.lane(laneId))?.final.count).toBe(3);
  return store;
}

const heads = () => new Set(signed.map(({ sequence, head }) => `${sequence} ${head}`));

test("an old export: the chain says again what was sent, the peers what was signed, and nothing is signed twice", async () => {
  const store = await restored(await exported());
  const before = signed.length;
  const events = await attest(store);
  await read(store, honest.slice(3));
  await attest(store);
  expect(signed.slice(before)).toEqual([]);
  expect(events).toContainEqual({ type: "attestations-recovered", count: 7, from: "one" });
  const own = await store.attestations(laneId, { from: 1, limit: 100, validator });
  expect(own.map(({ sequence }) => sequence)).toEqual(blocks);
  expect(await store.messages(laneId, { from: 1, limit: 100 })).toEqual(honest);
});

test("an old export, and a chain that was rewritten since: the lane halts, and no place gets a second head", async () => {
  const store = await restored(await exported());
  await attest(store);
  await read(store, other.slice(3));
  const events = await attest(store);
  expect(heads().size).toBe(blocks.length);
  expect(events.map(({ type }) => type)).toContain("lane-halted");
  expect((await store.lane(laneId))?.halted).toBeDefined();
});

test("a part of an export is refused, and the node begins with nothing instead", async () => {
  const lines = await exported();
  const part = lines.slice(0, Math.ceil(lines.length / 2));
  await expect(restored(part)).rejects.toMatchObject({ code: "export-invalid" });
});
