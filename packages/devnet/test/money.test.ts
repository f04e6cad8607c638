/** The zone's money on real processes: stocks that cross by the nodes alone, and royalties that come home by them. */
import { creatorCollectionAbi, custodyAbi, gatewayAbi, testYenAbi } from "@ryugu/contracts";
import { creatorCollectionBytecode } from "@ryugu/contracts/artifacts";
import { STANDARDS } from "@ryugu/sdk/lane";
import { orderMarket } from "@ryugu/sdk/market";
import { createSplit } from "@ryugu/sdk/payout";
import { type Address, address } from "@ryugu/sdk/primitives";
import { sendTransfer } from "@ryugu/sdk/transfer";
import { Contract, ContractFactory, type JsonRpcProvider, Wallet } from "ethers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DEMO_SHAPE, type RunningZone, startZone } from "../src/index.ts";
import { LANE_LIMIT, STOCK } from "../src/money/amounts.ts";
import { arrivalOf } from "./support/arrival.ts";
import { freePortBase } from "./support/free-port-base.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

const YEN = 10n ** 18n;
/** In basis points. */
const ROYALTY = 500;
const shape = { ...DEMO_SHAPE, blockTime: 0.25 };
const folder = temporaryFolder("money");
let zone: RunningZone;
let minato: JsonRpcProvider;
let garan: JsonRpcProvider;

async function open(): Promise<void> {
  const portBase = await freePortBase();
  zone = await startZone({ folder: folder.path, portBase, shape });
  [minato, garan] = [zone.provider("minato"), zone.provider("garan")];
}
async function close(): Promise<void> {
  minato?.destroy();
  garan?.destroy();
  await zone?.stop();
}
beforeAll(open);
afterAll(async () => {
  await close();
  folder.remove();
});

function contractsOn(slug: string) {
  const own = zone.money?.contracts[slug];
  if (own === undefined) throw new RangeError(`There is no money on ${slug}.`);
  return own;
}
const providerOf = (slug: string) => (slug === "garan" ? garan : minato);
const yenOn = (slug: string) => new Contract(contractsOn(slug).yen, testYenAbi, providerOf(slug));
const held = (slug: string, account: string): Promise<bigint> =>
  yenOn(slug).getFunction("balanceOf")(account);
const operator = (slug: string): Address => address(zone.keys.operators[slug]?.address ?? "");

/** What a start might do twice. */
async function everything() {
  const { issuer } = zone.keys;
  const counted = await Promise.all(
    zone.chains.map(async ({ plan, gateway }) => {
      const provider = providerOf(plan.slug);
      const contract = new Contract(gateway, gatewayAbi, provider);
      return {
        sent: await provider.getTransactionCount(issuer.address),
        decided: await contract.getFunction("councilNonce")(),
        stock: await held(plan.slug, operator(plan.slug)),
      };
    }),
  );
  return { counted, supply: await yenOn("garan").getFunction("totalSupply")() };
}

test("markets are at the same addresses, and both operators get their stock: Minato's over the lane", async () => {
  const [here, there] = [contractsOn("minato"), contractsOn("garan")];
  expect({ ...here, yen: there.yen }).toEqual(there);
  for (const { market, rail, splits } of [here, there]) {
    for (const provider of [minato, garan]) {
      const codes = await Promise.all([market, rail, splits].map((at) => provider.getCode(at)));
      expect(codes).not.toContain("0x");
    }
  }
  expect(await held("garan", operator("garan"))).toBe(STOCK);
  const arrived = () => held("minato", operator("minato")).catch(() => 0n);
  await expect.poll(arrived, { timeout: 60_000, interval: 300 }).toBe(STOCK);
  expect(await held("garan", zone.chain("garan").vaults.minato ?? "")).toBe(STOCK);
  expect(await yenOn("garan").getFunction("totalSupply")()).toBe(2n * STOCK);
  for (const slug of ["minato", "garan"]) {
    const custody = new Contract(zone.chain(slug).custody, custodyAbi, providerOf(slug));
    const { cap } = await custody.getFunction("meterOf")(contractsOn(slug).yen);
    expect(cap).toBe(LANE_LIMIT.cap);
  }
});

test("who carries much is registered; a stranger moves no more than the limit at once", async () => {
  const yen = yenOn("garan");
  const { vaults, gateway } = zone.chain("garan");
  const carriers = [vaults.minato, gateway, contractsOn("garan").rail, operator("garan")];
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
  const factory = {
    ...{ chain: zone.chainId("garan"), provider: garan },
    address: contractsOn("garan").splits,
  };
  const shares = payees.map(({ weight, payee }) => ({
    weight,
    payee: address(payee),
    nested: false,
  }));
  const split = await createSplit(factory, person.connect(garan), { shares });
  const representation = await workOnMinato(person, split.address);

  const { market, rail, yen } = contractsOn("minato");
  const place = { chain: zone.chainId("minato"), address: market, provider: minato };
  const price = 12_345n * YEN;
  const order = await orderMarket(place).offer(person.connect(minato), {
    ...{ collection: representation, tokenId: 1n, rail, currency: yen, price },
    payee: address(person.address),
  });
  const buyer = await zone.keys.operators.minato?.open();
  if (buyer === undefined) throw new RangeError("Minato has no operator.");
  const sale = await orderMarket(place).buy(buyer.connect(minato), order);
  const royalty = price / 20n;
  expect(await held("minato", person.address)).toBe(price - royalty);
  expect(sale.gasUsed).toBeGreaterThan(0n);

  const got = () => Promise.all(payees.map(({ payee }) => held("garan", payee)));
  await expect
    .poll(async () => (await got()).reduce((sum, amount) => sum + amount, 0n), {
      ...{ timeout: 60_000, interval: 300 },
    })
    .toBe(royalty);
  expect(await got()).toEqual([royalty / 2n, (royalty * 3n) / 10n, royalty / 5n]);
}, 120_000);

/** A work of a person's on Garan whose royalties are a split's, sent to Minato. */
async function workOnMinato(person: Wallet, split: Address) {
  const creator = person.connect(garan);
  const factory = new ContractFactory(creatorCollectionAbi, creatorCollectionBytecode, creator);
  const texts = ["Works", "WORK", "", "https://works.example/"];
  const made = await factory.deploy(...texts, person.address, split, ROYALTY);
  await made.waitForDeployment();
  const works = address(await made.getAddress());
  const collection = new Contract(works, creatorCollectionAbi, creator);
  await (await collection.getFunction("mint")(person.address, "")).wait();
  const { messageId } = await sendTransfer(zone.zone, creator, {
    ...{ origin: zone.chainId("garan"), destination: zone.chainId("minato") },
    ...{ token: works, ids: [1n], recipient: address(person.address) },
  });
  const { state } = await arrivalOf({ zone: zone.zone, home: minato, away: garan }, messageId);
  expect(state).toBe("delivered");
  const gateway = new Contract(zone.chain("minato").gateway, gatewayAbi, minato);
  const { number } = zone.chain("garan").plan;
  const route = [number, works, STANDARDS.erc721];
  return address(await gateway.getFunction("representationOf")(...route));
}

test("a further start makes, lists and sends nothing again", async () => {
  const before = await everything();
  await close();
  await open();
  expect(await everything()).toEqual(before);
}, 90_000);
