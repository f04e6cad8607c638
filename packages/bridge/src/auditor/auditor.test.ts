import { gatewayAbi } from "@ryugu/contracts";
import { recoverSigner } from "@ryugu/sdk/lane";
import { address, ZERO_ADDRESS } from "@ryugu/sdk/primitives";
import { reservesDigest } from "@ryugu/sdk/reserves";
import { Interface } from "ethers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { SET, VALIDATORS, ZONE_ID } from "../../test/model/attestations.ts";
import { AWAY, accountOf, HOME } from "../../test/model/messages.ts";
import { bothReserves, type ModelReserves } from "../../test/model/reserve-reader.ts";
import { type Parcel, ReserveWorld } from "../../test/model/reserve-world.ts";
import type { NodeEvent } from "../ports/report.ts";
import type { Store } from "../ports/store.ts";
import { walletSigner } from "../signer/wallet-signer.ts";
import { sqliteStore } from "../store/sqlite/store.ts";
import { type Auditor, createAuditor } from "./auditor.ts";

const YEN: Parcel = { token: accountOf("yen"), standard: "erc20", id: 0n, amount: 100n };
const PIECE: Parcel = { token: accountOf("pieces"), standard: "erc721", id: 1n, amount: 1n };
const UNITS: Parcel = { token: accountOf("units"), standard: "erc1155", id: 1n, amount: 5n };

let time: number;
let world: ReserveWorld;
let store: Store;
let home: ModelReserves;
let away: ModelReserves;
let events: NodeEvent[];
let auditor: Auditor;

beforeEach(async () => {
  time = Date.parse("2026-11-22T08:00:00Z");
  world = new ReserveWorld();
  store = await sqliteStore({ path: ":memory:", clock: { now: () => time } });
  await world.begin(store);
  ({ home, away } = bothReserves(world));
  events = [];
  auditor = makeAuditor(0);
});
afterEach(() => store.close());

function raise(): never {
  throw new Error("there is no statement");
}

/** The auditor of one of the model's validators. */
function makeAuditor(n: number, act: "quarantine" | "report" = "quarantine"): Auditor {
  const signer = VALIDATORS[n];
  if (signer === undefined) throw new Error("no such validator");
  return createAuditor({
    zoneId: ZONE_ID,
    readers: new Map([
      [HOME, home],
      [AWAY, away],
    ]),
    store,
    clock: { now: () => time, sleep: async () => undefined },
    report: (event) => events.push(event),
    signer: walletSigner(ZONE_ID, { account: address(signer.address), signer }),
    exchange: { isAnswering: () => true },
    council: { on: () => SET, sets: () => [SET] },
    act,
  });
}

/** Everything of both chains is read, and audited. */
async function audit(): Promise<Record<string, string>> {
  await world.record(store, HOME);
  await world.record(store, AWAY);
  return auditOnly();
}

async function auditOnly(): Promise<Record<string, string>> {
  while (await auditor.tick());
  const reserves = (await store.audit())?.reserves ?? [];
  return Object.fromEntries(
    reserves.map(({ standard, state, difference }) => [standard, `${state} ${difference}`]),
  );
}

const told = (type: NodeEvent["type"]) => events.filter((event) => event.type === type);

describe("what is covered", () => {
  test("in every place that units can be, of every standard", async () => {
    for (const parcel of [YEN, PIECE, UNITS]) world.send(parcel);
    for (const parcel of [YEN, PIECE, UNITS]) world.send({ ...parcel, id: parcel.id * 2n });
    expect(await audit()).toEqual({
      erc20: "covered 0",
      erc721: "covered 0",
      erc1155: "covered 0",
    });
    for (let n = 0; n < 3; n += 1) world.deliver("out", false);
    for (let n = 0; n < 2; n += 1) world.deliver("out", true);
    world.end("out", 3);
    world.sendBack(YEN);
    world.sendBack(PIECE);
    world.deliver("back", true);
    expect(await audit()).toEqual({
      erc20: "covered 0",
      erc721: "covered 0",
      erc1155: "covered 0",
    });
    expect(
      (await store.audit())?.reserves.find(({ standard }) => standard === "erc20"),
    ).toMatchObject({
      outstanding: "0",
      issued: "0",
      inFlightBack: "100",
      parkedBack: "100",
      owed: "200",
      vault: "200",
    });
    expect(told("shortfall-found")).toEqual([]);
  });

  test("strays are a surplus", async () => {
    world.send(YEN);
    world.tamper(HOME, YEN, 7n);
    expect(await audit()).toEqual({ erc20: "covered 7" });
    expect(await store.shortfalls()).toEqual([]);
  });
});

describe("what is short", () => {
  test("is found when a token takes from the vault, and over when it gives back", async () => {
    world.send(YEN);
    world.tamper(HOME, YEN, -30n);
    expect(await audit()).toEqual({ erc20: "short -30" });
    expect(told("shortfall-found")).toMatchObject([{ homeToken: YEN.token, units: "30" }]);
    expect(await store.shortfalls()).toMatchObject([{ since: time, units: "30" }]);
    time += 60_000;
    world.tamper(HOME, YEN, -1n);
    await audit();
    expect(told("shortfall-found")).toHaveLength(1);
    expect(await store.shortfalls()).toMatchObject([{ since: time - 60_000, units: "31" }]);
    world.tamper(HOME, YEN, 31n);
    expect(await audit()).toEqual({ erc20: "covered 0" });
    expect(told("shortfall-ended")).toHaveLength(1);
    expect(await store.shortfalls()).toEqual([]);
  });

  test("is found for one token that another's surplus would cover", async () => {
    world.send(UNITS);
    world.send({ ...UNITS, id: 2n });
    world.tamper(HOME, UNITS, -1n);
    world.tamper(HOME, { ...UNITS, id: 2n }, 50n);
    world.send(PIECE);
    world.tamper(HOME, PIECE, -1n);
    world.tamper(HOME, { ...PIECE, id: 99n }, 1n);
    expect(await audit()).toEqual({ erc1155: "short -1", erc721: "short -1" });
  });

  test("is found on the other side: more was issued than messages account for", async () => {
    world.send(YEN);
    world.send(UNITS);
    world.deliver("out", false);
    world.deliver("out", false);
    world.tamper(AWAY, YEN, 1n);
    world.tamper(AWAY, UNITS, 2n);
    world.tamper(HOME, UNITS, 2n);
    expect(await audit()).toEqual({ erc20: "short -1", erc1155: "over-issued 0" });
    expect(await store.shortfalls()).toMatchObject([{ units: "1" }, { units: "2" }]);
  });

  test("a chain that sends home more than it ever had is found, without a look at its state", async () => {
    away.faults.silent = [YEN.token];
    world.send(YEN);
    world.deliver("out", false);
    world.sendBack({ ...YEN, amount: 150n });
    expect(await audit()).toEqual({ erc20: "short -50" });
  });
});

describe("what is no shortfall", () => {
  test("one chain is ahead of the other, on either side", async () => {
    world.send(YEN);
    world.deliver("out", false);
    await world.record(store, AWAY);
    expect(await auditOnly()).toEqual({});
    expect(told("reserves-unread")).not.toEqual([]);
    await world.record(store, HOME);
    expect(await auditOnly()).toEqual({ erc20: "covered 0" });
    world.sendBack(YEN);
    world.deliver("back", false);
    await world.record(store, HOME);
    expect(await auditOnly()).toEqual({});
    await world.record(store, AWAY);
    expect(await auditOnly()).toEqual({ erc20: "covered 0" });
    expect(told("shortfall-found")).toEqual([]);
  });

  test("blocks that came after the cut, however far the chains have run on", async () => {
    world.send(YEN);
    await world.record(store, HOME);
    await world.record(store, AWAY);
    world.deliver("out", false);
    world.sendBack(YEN);
    world.deliver("back", false);
    expect(await auditOnly()).toEqual({ erc20: "covered 0" });
  });

  test("state that is pruned, a token that does not answer, and a shortfall that stands meanwhile", async () => {
    world.send(YEN);
    world.tamper(HOME, YEN, -30n);
    await audit();
    home.faults.oldest = 1_000;
    expect(await auditOnly()).toEqual({ erc20: "unread undefined" });
    expect(await store.shortfalls()).toMatchObject([{ units: "30" }]);
    delete home.faults.oldest;
    home.faults.silent = [YEN.token];
    expect(await auditOnly()).toEqual({ erc20: "unread undefined" });
    expect(told("shortfall-ended")).toEqual([]);
  });

  test("one endpoint's lie: another is asked before anything is believed", async () => {
    world.send(YEN);
    home.faults.lie = -30n;
    expect(await audit()).toEqual({ erc20: "covered 0" });
    away.faults.lie = 30n;
    expect(await auditOnly()).toEqual({ erc20: "covered 0" });
    expect(told("shortfall-found")).toEqual([]);
  });

  test("a dead chain's holders take their own; but before they may, what is missing is missing", async () => {
    world.send(YEN);
    world.tamper(HOME, YEN, -30n);
    home.faults.claimableFrom = time / 1_000 - 1;
    expect(await audit()).toEqual({ erc20: "winding-down -30" });
    home.faults.claimableFrom = time / 1_000 + 60;
    expect(await audit()).toEqual({ erc20: "short -30" });
  });

  test("a lane that is halted: people look at it already", async () => {
    world.send(YEN);
    world.tamper(HOME, YEN, -30n);
    const [lane] = await store.lanes();
    if (lane !== undefined)
      await store.haltLane(lane.laneId, { time, reason: "fork", details: [] });
    expect(await audit()).toEqual({});
    expect(told("reserves-unread")).toMatchObject([
      { reason: "A lane between the chains is halted." },
      { reason: "A lane between the chains is halted." },
    ]);
  });
});

describe("what was consumed and never sent", () => {
  /** The other chain goes on for a while, so that being behind explains nothing any more. */
  const later = () => {
    for (let n = 0; n < 650; n += 1) world.rest(HOME);
  };

  test("is told, once it cannot be that this node is behind, and never taken back", async () => {
    world.send(YEN);
    world.deliver("out", false);
    world.forge("out", "unsent");
    expect(await audit()).toEqual({});
    expect(told("shortfall-found")).toEqual([]);
    later();
    await audit();
    expect(told("shortfall-found")).toMatchObject([{ state: "forged" }, { state: "forged" }]);
    expect((await store.audit())?.unread[0]?.reason).toBe(
      "A message was consumed that was never sent.",
    );
    await audit();
    expect(told("shortfall-found")).toHaveLength(2);
    expect(await store.shortfalls()).toHaveLength(2);
  });

  test("is told at once where another message stands at its place", async () => {
    world.send(YEN);
    world.forge("out", "other");
    await audit();
    expect(told("shortfall-found")).toMatchObject([{ state: "forged" }, { state: "forged" }]);
    expect((await store.audit())?.unread[0]?.reason).toBe(
      "Another message was consumed at sequence 1 than was sent there.",
    );
  });

  test("pauses the lanes between the two chains, with all that is left", async () => {
    world.send(YEN);
    world.forge("out", "other");
    await audit();
    time += SET.validators.length * 30_000;
    for (const [chain, reader] of [
      [AWAY, home],
      [HOME, away],
    ] as const)
      reader.stopped.delete(chain);
    await auditOnly();
    const acts = [...(await store.wantedActs(HOME)), ...(await store.wantedActs(AWAY))];
    const gateway = new Interface(gatewayAbi);
    const calls = acts.map(({ data }) => gateway.decodeFunctionData("pause", data));
    expect(calls.map(([, chain, token, seconds]) => [chain, token, seconds])).toEqual(
      expect.arrayContaining([
        [2n, ZERO_ADDRESS, 21_600n],
        [1n, ZERO_ADDRESS, 21_600n],
      ]),
    );
  });
});

describe("quarantine", () => {
  const wanted = async () =>
    [...(await store.wantedActs(HOME)), ...(await store.wantedActs(AWAY))].map(({ id }) => id);

  /** Waits until the last validator's turn has come. */
  const everyTurn = () => {
    time += SET.validators.length * 30_000;
  };

  test("is asked for once on both chains, and not again while it is under way, or after it", async () => {
    world.send(YEN);
    world.tamper(HOME, YEN, -30n);
    await audit();
    everyTurn();
    await auditOnly();
    expect(await wanted()).toHaveLength(2);
    everyTurn();
    await auditOnly();
    for (const { id } of await store.wantedActs(HOME)) {
      await store.endAct(id, { state: "landed", transaction: ZONE_ID });
    }
    home.budget = { left: 21_600, nonce: 1 };
    everyTurn();
    await auditOnly();
    expect(await wanted()).toHaveLength(1);
    expect(told("quarantine-asked")).toHaveLength(2);
  });

  test("is asked for again when the chain refused it", async () => {
    world.send(YEN);
    world.tamper(HOME, YEN, -30n);
    await audit();
    everyTurn();
    await auditOnly();
    for (const id of await wanted()) await store.endAct(id, { state: "refused", reason: "nonce" });
    home.budget = { left: 100, nonce: 1 };
    away.budget = { left: 100, nonce: 1 };
    await auditOnly();
    expect(await wanted()).toHaveLength(2);
  });

  test("waits for others' turns, and while the collection stands still", async () => {
    world.send(YEN);
    world.tamper(HOME, YEN, -30n);
    const found: number[] = [];
    await audit();
    for (const n of VALIDATORS.keys()) {
      auditor = makeAuditor(n);
      await auditOnly();
      found.push((await wanted()).length);
      for (const id of await wanted()) await store.endAct(id, { state: "refused", reason: "test" });
    }
    expect(found.filter((acts) => acts > 0)).toHaveLength(1);
    for (const reader of [home, away]) reader.stopped.set(YEN.token, reader.now + 600);
    everyTurn();
    await auditOnly();
    expect(await wanted()).toEqual([]);
  });

  test("a statement of the day is signed once, out of an audit that leaves nothing out", async () => {
    world.send(YEN);
    world.deliver("out", false);
    await world.record(store, AWAY);
    await auditOnly();
    expect(await store.statementDays("9", 9)).toEqual([]);
    world.tamper(HOME, YEN, -30n);
    await audit();
    const statement = await store.statement("2026-11-22");
    expect(statement).toMatchObject({ day: "2026-11-22", unread: [] });
    expect(statement?.reserves).toMatchObject([
      { state: "short", difference: "-30", since: new Date(time).toISOString() },
    ]);
    const { signature, ...body } = statement ?? raise();
    expect(recoverSigner(reservesDigest(body), signature)).toBe(VALIDATORS[0]?.address);
    await audit();
    time += 86_400_000;
    await audit();
    expect(told("statement-signed").map((event) => "day" in event && event.day)).toEqual([
      "2026-11-22",
      "2026-11-23",
    ]);
  });

  test("a chain that stays away does not keep the day without a statement", async () => {
    world.send(YEN);
    world.deliver("out", false);
    await world.record(store, AWAY);
    await auditOnly();
    time += 600_000;
    await auditOnly();
    expect((await store.statement("2026-11-22"))?.unread).toHaveLength(2);
  });

  test("is left to people where the configuration says so", async () => {
    world.send(YEN);
    world.tamper(HOME, YEN, -30n);
    auditor = makeAuditor(0, "report");
    await audit();
    everyTurn();
    await auditOnly();
    expect(told("shortfall-found")).toHaveLength(1);
    expect(await wanted()).toEqual([]);
  });

  test("of a stranger's collection costs little of the budget, and none of what is kept for money", async () => {
    world.send(PIECE);
    world.tamper(HOME, PIECE, -1n);
    await audit();
    everyTurn();
    home.budget.left = 10_800;
    await auditOnly();
    expect(told("quarantine-asked")).toMatchObject([{ chain: AWAY, seconds: 900 }]);
  });
});
