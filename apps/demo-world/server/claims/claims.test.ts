import { signedOrderToJson } from "@ryugu/sdk/market";
import {
  type ClaimOrder,
  createSplit,
  creditOf,
  readClaimNonce,
  signClaim,
} from "@ryugu/sdk/payout";
import { type Address, address, chainId, ZERO_ADDRESS } from "@ryugu/sdk/primitives";
import { createKeyWallet } from "@ryugu/sdk/wallet";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { claimAnswer } from "../../src/sim/protocol/http.ts";
import { startTradeWorld, type TradeWorld } from "../../test/support/trade-world.ts";
import type { Trader } from "../../test/support/trader.ts";

const YEN = 10n ** 18n;

let world: TradeWorld;
let buyer: Trader;
/** Somebody who was blocked when they should have been paid ¥12,000. */
let creator: Trader;

beforeAll(async () => {
  world = await startTradeWorld();
  buyer = await world.trader();
  await world.fund(buyer.address, 1_000_000n * YEN);
});
afterAll(() => world.stop());

beforeEach(async () => {
  creator = await world.trader();
  await world.setBlocked(creator.address, true);
  const tokenId = await world.mint(creator.address);
  const order = await creator.offer({ collection: world.collection, tokenId });
  await creator.post("/orders", signedOrderToJson(order));
  expect((await buyer.post("/purchases", await buyer.purchase(order))).status).toBe(200);
  expect(await credit(world.marketplace.rail)).toBe(12_000n * YEN);
});

const placeAt = (at: Address) => ({
  chain: world.chain.id,
  address: at,
  provider: world.chain.provider,
});
const credit = (at: Address) => creditOf(placeAt(at), creator.address, world.marketplace.yen);

async function claimOf(change: Partial<ClaimOrder> = {}, signer = creator.wallet) {
  const { rail, yen } = world.marketplace;
  const place = change.place ?? rail;
  return signClaim(signer, {
    ...{ chain: world.chain.id, place, payee: creator.address, currency: yen },
    to: creator.address,
    nonce: await readClaimNonce(placeAt(rail), creator.address),
    deadline: Math.floor(Date.now() / 1_000) + 600,
    ...change,
  });
}

test("a credit is redirected without gas, once, however often it is asked for", async () => {
  const other = createKeyWallet().address;
  const signed = await claimOf({ to: other });
  const { provider } = world.chain;
  const before = await provider.getTransactionCount(creator.address);
  const answers = await Promise.all([1, 2, 3].map(() => creator.post("/claims", signed)));
  const hashes = answers.map(({ body }) => claimAnswer.parse(body).transaction);
  expect(new Set(hashes).size).toBe(1);
  expect(await world.balanceOf(other)).toBe(12_000n * YEN);
  expect(await provider.getTransactionCount(creator.address)).toBe(before);
  await world.restart();
  expect((await creator.post("/claims", signed)).body.transaction).toBe(hashes[0]);
});

test("a credit in a split of the platform's factory is paid out too", async () => {
  const { splits, yen } = world.marketplace;
  const shares = [
    { payee: creator.address, weight: 1, nested: false },
    { payee: buyer.address, weight: 1, nested: false },
  ];
  const { address: split } = await createSplit(placeAt(splits), creator.signer, { shares });
  await world.fund(split, 1_000n * YEN);
  await world.distribute(split);
  expect(await credit(split)).toBe(500n * YEN);
  const other = createKeyWallet().address;
  const signed = await claimOf({ place: split, to: other, nonce: 0 });
  expect((await creator.post("/claims", signed)).status).toBe(200);
  expect(await world.balanceOf(other)).toBe(500n * YEN);
  expect(yen).not.toBe(split);
});

test("what nobody should pay the gas for is refused, with its reason, and nothing is lost", async () => {
  const refusal = async (signed: object, who = creator) => {
    const { status, body } = await who.post("/claims", signed);
    return `${status} ${body.error.code} ${body.error.reason}`;
  };
  const other = createKeyWallet();
  const good = await claimOf();
  const past = Math.floor(Date.now() / 1_000) - 1;
  const stranger = address(`0x${"5e".repeat(20)}`);
  expect(await refusal(good, buyer)).toBe("422 claim-refused payee");
  expect(await refusal(await claimOf({ chain: chainId(1) }))).toBe("422 claim-refused chain");
  expect(await refusal(await claimOf({ currency: stranger }))).toBe("422 claim-refused currency");
  expect(await refusal(await claimOf({ place: stranger }))).toBe("422 claim-refused place");
  expect(await refusal(await claimOf({ place: world.marketplace.market }))).toBe(
    "422 claim-refused place",
  );
  expect(await refusal(await claimOf({ to: ZERO_ADDRESS }))).toBe("422 claim-refused recipient");
  expect(await refusal(await claimOf({ deadline: past }))).toBe("422 claim-refused expired");
  expect(await refusal(await claimOf({ nonce: 7 }))).toBe("422 claim-refused nonce");
  expect(await refusal(await claimOf({}, other))).toBe("422 claim-refused signature");
  expect(await refusal({ ...good, place: "0x52908400098527886E0F7030069857D2E4169Ee7" })).toBe(
    "422 claim-refused terms",
  );
  // The yen refuses the payee still: the chain's own word.
  expect(await refusal(good)).toMatch(/^422 claim-refused [A-Z]\w+$/);
  expect((await creator.post("/claims", { ...good, more: 1 })).status).toBe(400);
  expect(await credit(world.marketplace.rail)).toBe(12_000n * YEN);
});

test("with nothing to claim, the chain's reason is told", async () => {
  const nobody = await world.trader();
  const { rail, yen } = world.marketplace;
  const signed = await signClaim(nobody.wallet, {
    ...{ chain: world.chain.id, place: rail, payee: nobody.address, currency: yen, nonce: 0 },
    ...{ to: nobody.address, deadline: Math.floor(Date.now() / 1_000) + 600 },
  });
  expect((await nobody.post("/claims", signed)).body.error.reason).toBe("NothingToClaim");
});

test("a chain that is down is named, and the same claim goes on when it is back", async () => {
  const other = createKeyWallet().address;
  const signed = await claimOf({ to: other });
  world.pause(true);
  const refused = await creator.post("/claims", signed);
  expect(refused.status).toBe(503);
  expect(refused.body.error).toMatchObject({ code: "world-chain", retryable: true });
  world.pause(false);
  expect((await creator.post("/claims", signed)).status).toBe(200);
});
