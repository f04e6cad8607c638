import { signedOrderToJson } from "@ryugu/sdk/market";
import { readClaimNonce, signClaim } from "@ryugu/sdk/payout";
import { createKeyWallet } from "@ryugu/sdk/wallet";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dying, noDeath } from "../../test/support/dying-operator.ts";
import { startTradeWorld, type TradeWorld } from "../../test/support/trade-world.ts";
import type { Trader } from "../../test/support/trader.ts";

const PRICE = 12_000n * 10n ** 18n;
const death = noDeath();

let world: TradeWorld;
beforeAll(async () => {
  world = await startTradeWorld({ bend: dying(death) });
});
afterAll(() => world.stop());

/** Sends, and has the server end while it carries that out. */
async function sendToDeath(who: Trader, path: string, value: object, isSent: boolean) {
  Object.assign(death, { orders: 1, isSent });
  const dropped = who.post(path, value).catch(() => undefined);
  await expect.poll(() => death.orders).toBe(0);
  Object.assign(death, noDeath());
  await world.restart();
  await dropped;
}

test.each([false, true])(
  "a server that ends while it carries a purchase and a claim out does each once (sent: %s)",
  async (isSent) => {
    const [seller, buyer] = [await world.trader(), await world.trader()];
    await world.fund(buyer.address, 2n * PRICE);
    await world.setBlocked(seller.address, true);
    const tokenId = await world.mint(seller.address);
    const order = await seller.offer({ collection: world.collection, tokenId });
    await seller.post("/orders", signedOrderToJson(order));
    const purchase = await buyer.purchase(order);
    await sendToDeath(buyer, "/purchases", purchase, isSent);
    const bought = await buyer.post("/purchases", purchase);
    expect(bought.status).toBe(200);
    expect((await buyer.post("/purchases", purchase)).body).toEqual(bought.body);
    expect(await world.ownerOf(order.collection, tokenId)).toBe(buyer.address);
    expect(await world.balanceOf(buyer.address)).toBe(PRICE);

    const { provider, id: chain } = world.chain;
    const { rail, yen } = world.marketplace;
    const to = createKeyWallet().address;
    const payee = seller.address;
    const claim = await signClaim(seller.wallet, {
      ...{ chain, place: rail, payee, currency: yen, to },
      nonce: await readClaimNonce({ chain, address: rail, provider }, payee),
      deadline: Math.floor(Date.now() / 1_000) + 600,
    });
    await sendToDeath(seller, "/claims", claim, isSent);
    expect((await seller.post("/claims", claim)).status).toBe(200);
    expect(await world.balanceOf(to)).toBe(PRICE);
  },
);
