/** `kill -9` of a start and all that it has started, at many moments: the stocks are made and sent once all the same. */
import { setTimeout as delay } from "node:timers/promises";
import { testYenAbi } from "@ryugu/contracts";
import { Contract } from "ethers";
import { afterAll, expect, test } from "vitest";
import { keystoreAddress } from "../src/keys/keystore.ts";
import { STOCK } from "../src/money/amounts.ts";
import { waitUntil } from "../src/process/wait-until.ts";
import { zoneLayout } from "../src/zone/layout.ts";
import { freePortBase } from "./support/free-port-base.ts";
import { StartedZone } from "./support/started-zone.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

const folder = temporaryFolder("money-killed");
const quick = ["--no-page", "--no-demo", "--block-time", "0.25"];
const base = String(await freePortBase());
const zone = new StartedZone(folder.path, "--port-base", base, ...quick);

afterAll(async () => {
  await zone.end();
  folder.remove();
});

/** After which step a start is killed, and how long after, in milliseconds. */
const MOMENTS = [
  ["Chains", 400],
  ["Chains", 1_500],
  ["Contracts", 0],
  ["Contracts", 400],
  ["Contracts", 900],
  ["Contracts", 1_500],
  ["Manifest", 2_500],
  ["Nodes", 0],
] as const;

test("killed at any moment, a start goes on later and makes nothing twice", async () => {
  for (const [step, after] of MOMENTS) {
    zone.launch();
    const came = () => zone.output.includes(`✓ ${step}`);
    const isThere = await waitUntil(came, { timeout: 120_000, interval: 20 });
    expect(isThere, `${step} was not reached:\n${zone.output}`).toBe(true);
    await delay(after);
    await zone.killEverything();
  }
  await zone.start();
  const { money, chains } = zone.ready ?? {};
  const { home, away } = await zone.access();
  try {
    const layout = zoneLayout(folder.path);
    const operator = (slug: string) => keystoreAddress(`${layout.world(slug)}/operator.json`);
    const [minato, garan] = [home, away].map((provider, i) => {
      const slug = chains?.[i]?.slug ?? "";
      return new Contract(money?.platforms[slug]?.yen ?? "", testYenAbi, provider);
    });
    const held = async (token: Contract | undefined, account: string): Promise<bigint> =>
      (await token?.getFunction("balanceOf")(account)) ?? 0n;
    const stock = () => held(minato, operator("minato")).catch(() => 0n);
    await expect.poll(stock, { timeout: 60_000, interval: 300 }).toBe(STOCK);
    expect(await held(garan, operator("garan"))).toBe(STOCK);
    expect(await garan?.getFunction("totalSupply")()).toBe(2n * STOCK);
  } finally {
    home.destroy();
    away.destroy();
  }
}, 400_000);
