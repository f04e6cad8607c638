import type { Signer } from "ethers";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ClaimedCredit, ContractLocation, SignedClaim } from "../../src/payout/index.ts";
import type { Address } from "../../src/primitives/index.ts";
import { createKeyWallet, type Wallet } from "../../src/wallet/index.ts";
import { startChain, type TestChain } from "../chain/anvil.ts";
import { deployPayoutWorld, type PayoutWorld } from "../chain/payout-world.ts";

/** What `examples/share-payouts` exports; examples are compiled on their own. */
interface Example {
  addressOf(factory: Address, painter: Address, poet: Address): Address;
  preview(amount: bigint, painter: Address, poet: Address): bigint[];
  make(f: ContractLocation, s: Signer, painter: Address, poet: Address): Promise<Address>;
  divideAll(split: ContractLocation, s: Signer, yen: Address): Promise<string[]>;
  redirect(
    split: ContractLocation,
    payee: Wallet,
    yen: Address,
    to: Address,
    now: number,
  ): Promise<SignedClaim>;
  carry(split: ContractLocation, s: Signer, body: unknown, now: number): Promise<ClaimedCredit>;
  takeEverything(
    s: Signer,
    where: ContractLocation,
    places: readonly Address[],
    to: Address,
  ): AsyncGenerator<string>;
}

const YEN = 10n ** 18n;
let chain: TestChain;
let world: PayoutWorld;

beforeAll(async () => {
  chain = await startChain(31_396);
  world = await deployPayoutWorld(chain);
});

afterAll(async () => {
  await chain?.stop();
});

test("the example shares a payment, redirects a blocked payee's part, and takes the rest without help", async () => {
  const path = "../../../../examples/share-payouts/share-payouts.ts";
  const example: Example = await import(new URL(path, import.meta.url).href);
  const { factory, yen } = world;
  const { signer } = await world.person(1);
  const [painter, poet, safe] = [createKeyWallet(), createKeyWallet(), createKeyWallet()];
  const split = example.addressOf(factory.address, painter.address, poet.address);
  await world.mint(split, 12_000n * YEN);
  expect(await example.make(factory, signer, painter.address, poet.address)).toBe(split);
  expect(example.preview(12_000n * YEN, painter.address, poet.address)).toEqual([
    8_400n * YEN,
    3_600n * YEN,
  ]);
  await world.setBlocked(poet.address, true);
  expect(await example.divideAll(world.at(split), signer, yen)).toEqual([
    `${painter.address} paid ¥8,400`,
    `${poet.address} credited ¥3,600`,
  ]);
  const now = await world.now();
  const word = await example.redirect(world.at(split), poet, yen, safe.address, now);
  await example.carry(world.at(split), signer, JSON.parse(JSON.stringify(word)), now + 1);
  expect(await world.balanceOf(safe.address)).toBe(3_600n * YEN);

  await world.mint(split, 100n * YEN);
  await example.divideAll(world.at(split), signer, yen);
  await world.giveCoins(poet.address, YEN);
  const own = poet.connect(chain.provider);
  const lines: string[] = [];
  for await (const line of example.takeEverything(own, factory, [split], safe.address)) {
    lines.push(line);
  }
  expect(lines).toEqual([`${split} claimed ¥30`]);
  expect(await world.balanceOf(safe.address)).toBe(3_630n * YEN);
});
