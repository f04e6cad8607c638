import { creatorCollectionAbi } from "@ryugu/contracts";
import {
  orderHash,
  orderMarket,
  parseSignedOrder,
  type SignedOrder,
  signedOrderToJson,
  signPurchase,
} from "@ryugu/sdk/market";
import { address, bytes32 } from "@ryugu/sdk/primitives";
import { Contract, hexlify, type JsonRpcProvider, randomBytes } from "ethers";
import { expect, test } from "vitest";
import type { Visitor, WorldPlace } from "../support/visitor.ts";

const YEN = 10n ** 18n;
/** A dot. */
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** Both worlds, and their chains. */
export interface TradeStage {
  minato: WorldPlace;
  garan: WorldPlace;
  provider(place: WorldPlace): JsonRpcProvider;
  visitor(place: WorldPlace): Promise<Visitor>;
}

/** People sell to each other on either platform, with nothing but what the platforms give. */
export function peopleTrade(stage: () => TradeStage): void {
  async function sellAndBuy(
    place: WorldPlace,
    seller: Visitor,
    goods: { collection: string; tokenId: string; payee?: string },
  ): Promise<SignedOrder> {
    const provider = stage().provider(place);
    const { market: at } = (await seller.get(place.url, "/platform.json")).body;
    const market = orderMarket({ chain: place.chain, address: address(at.address), provider });
    expect((await seller.post(place.url, "/gas")).status).toBe(200);
    const order = await market.offer(seller.wallet.connect(provider), {
      ...{ collection: address(goods.collection), tokenId: BigInt(goods.tokenId) },
      ...{ rail: address(at.rail), currency: address(at.yen), price: 5_000n * YEN },
      ...(goods.payee === undefined ? {} : { payee: address(goods.payee) }),
    });
    const offered = await seller.post(place.url, "/orders", signedOrderToJson(order));
    expect(offered.body).toEqual({ id: orderHash(order) });

    const buyer = await stage().visitor(place);
    const paid = async () => (await buyer.post(place.url, "/yen")).status;
    await expect.poll(paid, { timeout: 30_000, interval: 500 }).toBe(200);
    const { orders } = (await buyer.get(place.url, "/orders")).body;
    const found = orders.map(parseSignedOrder).find((one) => orderHash(one) === orderHash(order));
    if (found === undefined) throw new Error("The order is not on the board.");
    const signed = await signPurchase(buyer.wallet, {
      ...{ order: found, buyer: buyer.address, recipient: buyer.address, count: 1 },
      currency: await market.currencyOf(found),
      salt: bytes32(hexlify(randomBytes(32))),
      validBefore: Math.floor(Date.now() / 1_000) + 600,
    });
    expect((await buyer.post(place.url, "/purchases", signed)).status).toBe(200);
    const token = new Contract(goods.collection, creatorCollectionAbi, provider);
    expect(await token.getFunction("ownerOf")(goods.tokenId)).toBe(buyer.address);
    expect(await provider.getBalance(buyer.address)).toBe(0n);
    return order;
  }

  test("sell on Minato for yen that came over the lane", async () => {
    const { minato, visitor } = stage();
    const seller = await visitor(minato);
    const { token } = (await seller.post(minato.url, "/gifts/turtle")).body;
    await sellAndBuy(minato, seller, { collection: token.contract, tokenId: token.id });
  });

  test("make a work in Garan, which hangs, and sell it", async () => {
    const { garan, visitor } = stage();
    const maker = await visitor(garan);
    const { picture } = (await maker.send(garan.url, "/pictures", PICTURE, "image/png")).body;
    const made = await maker.post(garan.url, "/works", {
      ...{ key: hexlify(randomBytes(32)), title: "A dot", about: "", picture },
      creators: [{ name: "Maker", account: maker.address, basisPoints: 10_000 }],
    });
    expect(made.status).toBe(201);
    const { collection, tokenId, split: payee } = made.body;
    const hangs = async () => (await maker.get(garan.url, "/platform.json")).body.gallery.artworks;
    const shown = (await hangs()).find(({ image }) => image === picture);
    expect(shown).toMatchObject({ spot: made.body.spot, sale: { tokenId, order: null } });
    await sellAndBuy(garan, maker, { collection, tokenId, payee });
  });
}
