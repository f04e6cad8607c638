import { gatewayAbi } from "@ryugu/contracts";
import { type ChainId, ZERO_ADDRESS } from "@ryugu/sdk/primitives";
import { Interface } from "ethers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { SET, VALIDATORS, ZONE_ID } from "../../test/model/attestations.ts";
import { AuditingNode, PIECE, YEN } from "../../test/model/auditing-node.ts";
import { AWAY, HOME } from "../../test/model/messages.ts";

let node: AuditingNode;
beforeEach(async () => {
  node = await AuditingNode.open();
});
afterEach(() => node.store.close());

describe("quarantine", () => {
  const wanted = async () =>
    [...(await node.store.wantedActs(HOME)), ...(await node.store.wantedActs(AWAY))].map(
      ({ id }) => id,
    );

  /** Waits until the last validator's turn has come. */
  const everyTurn = () => {
    node.time += SET.validators.length * 30_000;
  };

  test("is asked for once on both chains, and not again while it is under way, or after it", async () => {
    node.world.send(YEN);
    node.world.tamper(HOME, YEN, -30n);
    await node.audit();
    everyTurn();
    await node.auditAgain();
    expect(await wanted()).toHaveLength(2);
    everyTurn();
    await node.auditAgain();
    for (const { id } of await node.store.wantedActs(HOME)) {
      await node.store.endAct(id, { state: "landed", transaction: ZONE_ID });
    }
    node.home.budget = { left: 21_600, nonce: 1 };
    everyTurn();
    await node.auditAgain();
    expect(await wanted()).toHaveLength(1);
    expect(node.told("quarantine-asked")).toHaveLength(2);
  });

  test("is asked for again when the chain refused it", async () => {
    node.world.send(YEN);
    node.world.tamper(HOME, YEN, -30n);
    await node.audit();
    everyTurn();
    await node.auditAgain();
    for (const id of await wanted())
      await node.store.endAct(id, { state: "refused", reason: "nonce" });
    node.home.budget = { left: 100, nonce: 1 };
    node.away.budget = { left: 100, nonce: 1 };
    await node.auditAgain();
    expect(await wanted()).toHaveLength(2);
  });

  test("waits for others' turns, and while the collection stands still", async () => {
    node.world.send(YEN);
    node.world.tamper(HOME, YEN, -30n);
    const found: number[] = [];
    await node.audit();
    for (const n of VALIDATORS.keys()) {
      node.replaceAuditor(n);
      await node.auditAgain();
      found.push((await wanted()).length);
      for (const id of await wanted())
        await node.store.endAct(id, { state: "refused", reason: "test" });
    }
    expect(found.filter((acts) => acts > 0)).toHaveLength(1);
    for (const reader of [node.home, node.away]) reader.stopped.set(YEN.token, reader.now + 600);
    everyTurn();
    await node.auditAgain();
    expect(await wanted()).toEqual([]);
  });

  test("is left to people where the configuration says so", async () => {
    node.world.send(YEN);
    node.world.tamper(HOME, YEN, -30n);
    node.replaceAuditor(0, "report");
    await node.audit();
    everyTurn();
    await node.auditAgain();
    expect(node.told("shortfall-found")).toHaveLength(1);
    expect(await wanted()).toEqual([]);
  });

  test("pauses the lanes for listed money where the configuration says so, and for nothing else", async () => {
    node.replaceAuditor(0, "pause-lanes");
    for (const parcel of [YEN, PIECE]) {
      node.world.send(parcel);
      node.world.tamper(HOME, parcel, -1n);
    }
    await node.audit();
    everyTurn();
    await node.auditAgain();
    const gateway = new Interface(gatewayAbi);
    const at = async (chain: ChainId) =>
      (await node.store.wantedActs(chain)).map(({ data }) => {
        const [, lanesTo, token] = gateway.decodeFunctionData("pause", data);
        return [lanesTo, token];
      });
    const piece = [0n, PIECE.token];
    const both = { home: await at(HOME), away: await at(AWAY) };
    expect(both.home).toEqual(expect.arrayContaining([[2n, ZERO_ADDRESS], piece]));
    expect(both.away).toEqual(expect.arrayContaining([[1n, ZERO_ADDRESS], piece]));
    expect([...both.home, ...both.away]).toHaveLength(4);
  });

  test("of a stranger's collection costs little of the budget, and none of what is kept for money", async () => {
    node.world.send(PIECE);
    node.world.tamper(HOME, PIECE, -1n);
    await node.audit();
    everyTurn();
    node.home.budget.left = 10_800;
    await node.auditAgain();
    expect(node.told("quarantine-asked")).toMatchObject([{ chain: AWAY, seconds: 900 }]);
  });
});
