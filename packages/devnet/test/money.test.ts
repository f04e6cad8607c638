/** The zone's money on real processes: stocks that cross by the nodes alone, and royalties that come home by them. */
import { custodyAbi, gatewayAbi } from "@ryugu/contracts";
import { type Address, address } from "@ryugu/sdk/primitives";
import { Contract, Wallet } from "ethers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DEMO_SHAPE, type RunningZone, startZone } from "../src/index.ts";
import { LANE_LIMIT, STOCK } from "../src/money/amounts.ts";
import { creatorAlone } from "./scenarios/creator-alone.ts";
import { freePortBase } from "./support/free-port-base.ts";
import { MoneyStage } from "./support/money-stage.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

const YEN = 10n ** 18n;
const shape = { ...DEMO_SHAPE, blockTime: 0.25 };
const folder = temporaryFolder("money");
let zone: RunningZone;
let stage: MoneyStage;

async function open(): Promise<void> {
  const portBase = await freePortBase();
  zone = await startZone({ folder: folder.path, portBase, shape });
  stage = new MoneyStage(zone);
}
async function close(): Promise<void> {
  stage?.close();
  await zone?.stop();
}
beforeAll(open);
afterAll(async () => {
  await close();
  folder.remove();
});

const operator = (slug: string): Address => address(zone.keys.operators[slug]?.address ?? "");

/** What a start might do twice. */
async function everything() {
  const { issuer } = zone.keys;
  const counted = await Promise.all(
    zone.chains.map(async ({ plan, gateway }) => {
      const provider = stage.provider(plan.slug);
      const contract = new Contract(gateway, gatewayAbi, provider);
      return {
        sent: await provider.getTransactionCount(issuer.address),
        decided: await contract.getFunction("councilNonce")(),
        stock: await stage.held(plan.slug, operator(plan.slug)),
      };
    }),
  );
  return { counted, supply: await stage.yen("garan").getFunction("totalSupply")() };
}

test("markets are at the same addresses, and both operators get their stock: Minato's over the lane", async () => {
  const [here, there] = [stage.contracts("minato"), stage.contracts("garan")];
  expect({ ...here, yen: there.yen }).toEqual(there);
  for (const { market, rail, splits } of [here, there]) {
    for (const provider of [stage.minato, stage.garan]) {
      const codes = await Promise.all([market, rail, splits].map((at) => provider.getCode(at)));
      expect(codes).not.toContain("0x");
    }
  }
  expect(await stage.held("garan", operator("garan"))).toBe(STOCK);
  const arrived = () => stage.held("minato", operator("minato")).catch(() => 0n);
  await expect.poll(arrived, { timeout: 60_000, interval: 300 }).toBe(STOCK);
  expect(await stage.held("garan", zone.chain("garan").vaults.minato ?? "")).toBe(STOCK);
  expect(await stage.yen("garan").getFunction("totalSupply")()).toBe(2n * STOCK);
  for (const slug of ["minato", "garan"]) {
    const custody = new Contract(zone.chain(slug).custody, custodyAbi, stage.provider(slug));
    const { cap } = await custody.getFunction("meterOf")(stage.contracts(slug).yen);
    expect(cap).toBe(LANE_LIMIT.cap);
  }
});

test("who carries much is registered; a stranger moves no more than the limit at once", async () => {
  const yen = stage.yen("garan");
  const { vaults, gateway } = zone.chain("garan");
  const carriers = [vaults.minato, gateway, stage.contracts("garan").rail, operator("garan")];
  for (const account of [...carriers, zone.keys.redemption.address]) {
    expect(await yen.getFunction("isRegistered")(account)).toBe(true);
  }
  const rich = await yen.getFunction("freeLimit")();
  expect(rich).toBe(1_000_000n * YEN);
  const from = operator("garan");
  const stranger = Wallet.createRandom().address;
  const pay = (amount: bigint) =>
    yen.getFunction("transfer").staticCall(stranger, amount, { from });
  await pay(rich);
  await expect(pay(rich + 1n)).rejects.toThrow("AccountNotRegistered");
});

test("of a sale on Minato each of the creators is paid at home, by the nodes alone", async () => {
  const person = await zone.keys.person.open();
  const payees = [5, 3, 2].map((weight) => ({ weight, payee: Wallet.createRandom().address }));
  const split = await stage.split(person, payees);
  const work = await stage.workOnMinato(person, split);
  const price = 12_345n * YEN;
  const sale = await stage.sellOnMinato(person, work, price);
  const royalty = price / 20n;
  expect(await stage.held("minato", person.address)).toBe(price - royalty);
  expect(sale.gasUsed).toBeGreaterThan(0n);

  const got = () => Promise.all(payees.map(({ payee }) => stage.held("garan", payee)));
  await expect
    .poll(async () => (await got()).reduce((sum, amount) => sum + amount, 0n), {
      ...{ timeout: 60_000, interval: 300 },
    })
    .toBe(royalty);
  expect(await got()).toEqual([royalty / 2n, (royalty * 3n) / 10n, royalty / 5n]);
}, 120_000);

creatorAlone(
  () => zone,
  () => stage,
);

test("a further start makes, lists and sends nothing again", async () => {
  const before = await everything();
  await close();
  await open();
  expect(await everything()).toEqual(before);
}, 90_000);
