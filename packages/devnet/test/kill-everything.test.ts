/** Done-when 3: `kill -9` of every process in mid-transfer, then start: everything completes, nothing twice. */
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deliveredRanges, isGapless, mintsOf } from "./support/deliveries.ts";
import { freePortBase } from "./support/free-port-base.ts";
import { StartedZone } from "./support/started-zone.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";
import { Traveller, type ZoneAccess } from "./support/traveller.ts";

const folder = temporaryFolder("killed");
let zone: StartedZone;
let access: ZoneAccess;

beforeAll(async () => {
  const base = String(await freePortBase());
  zone = new StartedZone(folder.path, "--port-base", base, "--no-page", "--no-demo");
  await zone.start();
  access = await zone.access();
});

afterAll(async () => {
  access?.home.destroy();
  access?.away.destroy();
  await zone?.end();
  folder.remove();
});

/** Two chains and five nodes. */
const PROCESSES = 7;
/** The chains write their state every second: what is older than this is on the disk. In milliseconds. */
const ON_DISK = 2_200;

test("everything killed while a message is not yet final", async () => {
  const traveller = await Traveller.with(access, 3);
  const { messageId } = await traveller.send("away", [1n, 2n, 3n]);
  await delay(ON_DISK);
  expect(await traveller.kindsOf([1n, 2n, 3n])).toEqual(["between"]);
  expect(await zone.killEverything()).toBe(PROCESSES);
  await expect(access.home.send("eth_chainId", [])).rejects.toThrow();

  await zone.start();
  expect((await traveller.arrival(messageId)).state).toBe("delivered");
  expect(await traveller.kindsOf([1n, 2n, 3n])).toEqual(["away"]);
  expect(await mintsOf(traveller, 1n)).toBe(1);
  expect(isGapless(await deliveredRanges(traveller, "away"))).toBe(true);
});

test("everything killed again and again while messages are signed and delivered", async () => {
  const traveller = await Traveller.with(access, 3);
  const sent = [];
  for (const id of [1n, 2n, 3n]) sent.push(await traveller.send("away", [id]));
  // By then the first is final, being signed, or being delivered.
  for (const moment of [3_000, 1_200]) {
    await delay(moment);
    await zone.killEverything();
    await zone.start();
  }
  for (const { messageId } of sent) {
    expect((await traveller.arrival(messageId)).state).toBe("delivered");
  }
  expect(await traveller.kindsOf([1n, 2n, 3n])).toEqual(["away"]);
  const mints = await Promise.all([1n, 2n, 3n].map((id) => mintsOf(traveller, id)));
  expect(mints).toEqual([1, 1, 1]);
  expect(isGapless(await deliveredRanges(traveller, "away"))).toBe(true);
});
