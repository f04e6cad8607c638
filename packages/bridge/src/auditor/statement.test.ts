import { recoverSigner } from "@ryugu/sdk/lane";
import { reservesDigest } from "@ryugu/sdk/reserves";
import { afterEach, beforeEach, expect, test } from "vitest";
import { VALIDATORS } from "../../test/model/attestations.ts";
import { AuditingNode, YEN } from "../../test/model/auditing-node.ts";
import { AWAY, HOME } from "../../test/model/messages.ts";

let node: AuditingNode;
beforeEach(async () => {
  node = await AuditingNode.open();
});
afterEach(() => node.store.close());

function raise(): never {
  throw new Error("there is no statement");
}

test("a statement of the day is signed once, out of an audit that leaves nothing out", async () => {
  node.world.send(YEN);
  node.world.deliver("out", false);
  await node.read(AWAY);
  await node.auditAgain();
  expect(await node.store.statementDays("9", 9)).toEqual([]);
  node.world.tamper(HOME, YEN, -30n);
  await node.audit();
  const statement = await node.store.statement("2026-11-22");
  expect(statement).toMatchObject({ day: "2026-11-22", unread: [] });
  expect(statement?.reserves).toMatchObject([
    { state: "short", difference: "-30", since: new Date(node.time).toISOString() },
  ]);
  const { signature, ...body } = statement ?? raise();
  expect(recoverSigner(reservesDigest(body), signature)).toBe(VALIDATORS[0]?.address);
  await node.audit();
  node.time += 86_400_000;
  await node.audit();
  expect(node.told("statement-signed").map((event) => "day" in event && event.day)).toEqual([
    "2026-11-22",
    "2026-11-23",
  ]);
});

test("a chain that stays away does not keep the day without a statement", async () => {
  node.world.send(YEN);
  node.world.deliver("out", false);
  await node.read(AWAY);
  await node.auditAgain();
  node.time += 600_000;
  await node.auditAgain();
  expect((await node.store.statement("2026-11-22"))?.unread).toHaveLength(2);
});
