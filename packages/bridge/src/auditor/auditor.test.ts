import { gatewayAbi } from "@ryugu/contracts";
import { ZERO_ADDRESS } from "@ryugu/sdk/primitives";
import { Interface } from "ethers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { SET } from "../../test/model/attestations.ts";
import { AuditingNode, PIECE, UNITS, YEN } from "../../test/model/auditing-node.ts";
import { AWAY, HOME } from "../../test/model/messages.ts";
import type { Store } from "../ports/store.ts";

let node: AuditingNode;
beforeEach(async () => {
  node = await AuditingNode.open();
});
afterEach(() => node.store.close());

describe("what is covered", () => {
  test("in every place that units can be, of every standard", async () => {
    for (const parcel of [YEN, PIECE, UNITS]) node.world.send(parcel);
    for (const parcel of [YEN, PIECE, UNITS]) node.world.send({ ...parcel, id: parcel.id * 2n });
    expect(await node.audit()).toEqual({
      erc20: "covered 0",
      erc721: "covered 0",
      erc1155: "covered 0",
    });
    for (let n = 0; n < 3; n += 1) node.world.deliver("out", false);
    for (let n = 0; n < 2; n += 1) node.world.deliver("out", true);
    node.world.end("out", 3);
    node.world.sendBack(YEN);
    node.world.sendBack(PIECE);
    node.world.deliver("back", true);
    expect(await node.audit()).toEqual({
      erc20: "covered 0",
      erc721: "covered 0",
      erc1155: "covered 0",
    });
    expect(
      (await node.store.audit())?.reserves.find(({ standard }) => standard === "erc20"),
    ).toMatchObject({
      outstanding: "0",
      issued: "0",
      inFlightBack: "100",
      parkedBack: "100",
      owed: "200",
      vault: "200",
    });
    expect(node.told("shortfall-found")).toEqual([]);
  });

  test("strays are a surplus", async () => {
    node.world.send(YEN);
    node.world.tamper(HOME, YEN, 7n);
    expect(await node.audit()).toEqual({ erc20: "covered 7" });
    expect(await node.store.shortfalls()).toEqual([]);
  });
});

describe("while a chain is read again", () => {
  test("nothing is called short, whenever in a pass that begins", async () => {
    const { world, store } = node;
    for (const id of [1n, 2n, 3n]) world.send({ ...PIECE, id });
    for (let n = 0; n < 3; n += 1) world.deliver("out", false);
    world.sendBack({ ...PIECE, id: 2n });
    world.deliver("back", false);
    expect(await node.audit()).toEqual({ erc721: "covered 0" });
    for (const chain of [HOME, AWAY]) {
      for (let calls = 1; ; calls += 1) {
        const restore = afterCalls(store, calls, () => world.rewind(store, chain, 2));
        await node.auditAgain();
        const rewound = restore();
        expect(node.told("shortfall-found"), `${chain} after ${calls} calls`).toEqual([]);
        await node.read(chain);
        expect(await node.auditAgain()).toEqual({ erc721: "covered 0" });
        if (!rewound) break;
      }
    }
  });

  test("neither while it stays behind", async () => {
    const { world, store } = node;
    for (const id of [1n, 2n]) world.send({ ...PIECE, id });
    await node.audit();
    await world.rewind(store, HOME, 1);
    expect(await node.auditAgain()).toEqual({ erc721: "covered 0" });
  });
});

/** Lets something happen right after the store was asked so many times. @returns what undoes it and says whether it happened */
function afterCalls(store: Store, calls: number, happen: () => Promise<void>): () => boolean {
  const names = ["cursor", "lanes", "laneCut", "ledgers", "tokenLedgers"] as const;
  const originals = names.map((name) => [name, store[name]] as const);
  let left = calls;
  const counting =
    (ask: (...args: never[]) => Promise<unknown>) =>
    async (...args: never[]) => {
      const answer = await ask(...args);
      left -= 1;
      if (left === 0) await happen();
      return answer;
    };
  for (const [name, ask] of originals) Object.assign(store, { [name]: counting(ask) });
  return () => {
    for (const [name, ask] of originals) Object.assign(store, { [name]: ask });
    return left <= 0;
  };
}

describe("what is short", () => {
  test("is found when a token takes from the vault, and over when it gives back", async () => {
    node.world.send(YEN);
    node.world.tamper(HOME, YEN, -30n);
    expect(await node.audit()).toEqual({ erc20: "short -30" });
    expect(node.told("shortfall-found")).toMatchObject([{ homeToken: YEN.token, units: "30" }]);
    expect(await node.store.shortfalls()).toMatchObject([{ since: node.time, units: "30" }]);
    node.time += 60_000;
    node.world.tamper(HOME, YEN, -1n);
    await node.audit();
    expect(node.told("shortfall-found")).toHaveLength(1);
    expect(await node.store.shortfalls()).toMatchObject([
      { since: node.time - 60_000, units: "31" },
    ]);
    node.world.tamper(HOME, YEN, 31n);
    expect(await node.audit()).toEqual({ erc20: "covered 0" });
    expect(node.told("shortfall-ended")).toHaveLength(1);
    expect(await node.store.shortfalls()).toEqual([]);
  });

  test("is found for one token that another's surplus would cover", async () => {
    node.world.send(UNITS);
    node.world.send({ ...UNITS, id: 2n });
    node.world.tamper(HOME, UNITS, -1n);
    node.world.tamper(HOME, { ...UNITS, id: 2n }, 50n);
    node.world.send(PIECE);
    node.world.tamper(HOME, PIECE, -1n);
    node.world.tamper(HOME, { ...PIECE, id: 99n }, 1n);
    expect(await node.audit()).toEqual({ erc1155: "short -1", erc721: "short -1" });
  });

  test("is found on the other side: more was issued than messages account for", async () => {
    node.world.send(YEN);
    node.world.send(UNITS);
    node.world.deliver("out", false);
    node.world.deliver("out", false);
    node.world.tamper(AWAY, YEN, 1n);
    node.world.tamper(AWAY, UNITS, 2n);
    node.world.tamper(HOME, UNITS, 2n);
    expect(await node.audit()).toEqual({ erc20: "short -1", erc1155: "over-issued 0" });
    expect(await node.store.shortfalls()).toMatchObject([{ units: "1" }, { units: "2" }]);
  });

  test("a chain that sends home more than it ever had is found, without a look at its state", async () => {
    node.away.faults.silent = [YEN.token];
    node.world.send(YEN);
    node.world.deliver("out", false);
    node.world.sendBack({ ...YEN, amount: 150n });
    expect(await node.audit()).toEqual({ erc20: "short -50" });
  });
});

describe("what is no shortfall", () => {
  test("one chain is ahead of the other, on either side", async () => {
    node.world.send(YEN);
    node.world.deliver("out", false);
    await node.read(AWAY);
    expect(await node.auditAgain()).toEqual({});
    expect(node.told("reserves-unread")).not.toEqual([]);
    await node.read(HOME);
    expect(await node.auditAgain()).toEqual({ erc20: "covered 0" });
    node.world.sendBack(YEN);
    node.world.deliver("back", false);
    await node.read(HOME);
    expect(await node.auditAgain()).toEqual({});
    await node.read(AWAY);
    expect(await node.auditAgain()).toEqual({ erc20: "covered 0" });
    expect(node.told("shortfall-found")).toEqual([]);
  });

  test("blocks that came after the cut, however far the chains have run on", async () => {
    node.world.send(YEN);
    await node.read(HOME);
    await node.read(AWAY);
    node.world.deliver("out", false);
    node.world.sendBack(YEN);
    node.world.deliver("back", false);
    expect(await node.auditAgain()).toEqual({ erc20: "covered 0" });
  });

  test("state that is pruned, a token that does not answer, and a shortfall that stands meanwhile", async () => {
    node.world.send(YEN);
    node.world.tamper(HOME, YEN, -30n);
    await node.audit();
    node.home.faults.oldest = 1_000;
    expect(await node.auditAgain()).toEqual({ erc20: "unread undefined" });
    expect(await node.store.shortfalls()).toMatchObject([{ units: "30" }]);
    delete node.home.faults.oldest;
    node.home.faults.silent = [YEN.token];
    expect(await node.auditAgain()).toEqual({ erc20: "unread undefined" });
    expect(node.told("shortfall-ended")).toEqual([]);
  });

  test("one endpoint's lie: another is asked before anything is believed", async () => {
    node.world.send(YEN);
    node.home.faults.lie = -30n;
    expect(await node.audit()).toEqual({ erc20: "covered 0" });
    node.away.faults.lie = 30n;
    expect(await node.auditAgain()).toEqual({ erc20: "covered 0" });
    expect(node.told("shortfall-found")).toEqual([]);
  });

  test("a dead chain's holders take their own; but before they may, what is missing is missing", async () => {
    node.world.send(YEN);
    node.world.tamper(HOME, YEN, -30n);
    node.home.faults.claimableFrom = node.time / 1_000 - 1;
    expect(await node.audit()).toEqual({ erc20: "winding-down -30" });
    node.home.faults.claimableFrom = node.time / 1_000 + 60;
    expect(await node.audit()).toEqual({ erc20: "short -30" });
  });

  test("a lane that is halted: people look at it already", async () => {
    node.world.send(YEN);
    node.world.tamper(HOME, YEN, -30n);
    const [lane] = await node.store.lanes();
    if (lane !== undefined)
      await node.store.haltLane(lane.laneId, { time: node.time, reason: "fork", details: [] });
    expect(await node.audit()).toEqual({});
    expect(node.told("reserves-unread")).toMatchObject([
      { reason: "A lane between the chains is halted." },
      { reason: "A lane between the chains is halted." },
    ]);
  });
});

describe("what was consumed and never sent", () => {
  /** The other chain goes on for a while, so that being behind explains nothing any more. */
  const later = () => {
    for (let n = 0; n < 650; n += 1) node.world.rest(HOME);
  };

  test("is told, once it cannot be that this node is behind, and never taken back", async () => {
    node.world.send(YEN);
    node.world.deliver("out", false);
    node.world.forge("out", "unsent");
    expect(await node.audit()).toEqual({});
    expect(node.told("shortfall-found")).toEqual([]);
    later();
    await node.audit();
    expect(node.told("shortfall-found")).toMatchObject([{ state: "forged" }, { state: "forged" }]);
    expect((await node.store.audit())?.unread[0]?.reason).toBe(
      "A message was consumed that was never sent.",
    );
    await node.audit();
    expect(node.told("shortfall-found")).toHaveLength(2);
    expect(await node.store.shortfalls()).toHaveLength(2);
  });

  test("is told at once where another message stands at its place", async () => {
    node.world.send(YEN);
    node.world.forge("out", "other");
    await node.audit();
    expect(node.told("shortfall-found")).toMatchObject([{ state: "forged" }, { state: "forged" }]);
    expect((await node.store.audit())?.unread[0]?.reason).toBe(
      "Another message was consumed at sequence 1 than was sent there.",
    );
  });

  test("pauses the lanes between the two chains, with all that is left", async () => {
    node.world.send(YEN);
    node.world.forge("out", "other");
    await node.audit();
    node.time += SET.validators.length * 30_000;
    for (const [chain, reader] of [
      [AWAY, node.home],
      [HOME, node.away],
    ] as const)
      reader.stopped.delete(chain);
    await node.auditAgain();
    const acts = [...(await node.store.wantedActs(HOME)), ...(await node.store.wantedActs(AWAY))];
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
