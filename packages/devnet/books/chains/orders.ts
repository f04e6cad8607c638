import {
  type Market,
  makeOrder,
  orderHash,
  orderMarket,
  type SignedOrder,
  type SignedPurchase,
  signOrder,
  signPurchase,
} from "@ryugu/sdk/market";
import type { Currency } from "@ryugu/sdk/payout";
import { type Address, type Bytes32, bytes32 } from "@ryugu/sdk/primitives";
import { toBeHex, type Wallet } from "ethers";
import { SPONSOR } from "../facts/ledger-of-facts.ts";
import { CHAIN_IDS, wordOf } from "../facts/place.ts";
import type { Order, Purchase } from "../model/order.ts";
import { key, SIDES, type Side } from "../model/words.ts";
import type { World } from "./world.ts";

const CAP_BITS = 32n;

/** Orders and purchases of the model, as people sign them on the chains. */
export class Orders {
  readonly markets: Readonly<Record<Side, Market>>;
  readonly #world: World;
  readonly #signed = new Map<string, SignedOrder>();
  readonly #currencies = new Map<string, Currency>();

  constructor(world: World) {
    this.#world = world;
    const [minato, garan] = SIDES.map((side) =>
      orderMarket({
        chain: CHAIN_IDS[side],
        address: world.stage.sides[side].market as Address,
        provider: world.chains[side].provider,
      }),
    ) as [Market, Market];
    this.markets = { minato, garan };
  }

  /** The key of somebody on the stage. */
  keyOf(account: string): Wallet {
    const found = this.#world.keys.people.find(({ address }) => address === account);
    if (found === undefined) throw new RangeError(`Nobody has the key of ${account}.`);
    return found;
  }

  async signed(order: Order): Promise<SignedOrder> {
    const known = this.#signed.get(order.salt);
    if (known !== undefined) return known;
    const { cap, intermediary } = order;
    const made = makeOrder(
      {
        ...{ kind: order.kind, collection: order.collection as Address, tokenId: order.tokenId },
        ...{ quantity: order.quantity, rail: order.rail as Address, price: order.price },
        ...{ currency: order.currency as Address, payee: order.payee as Address },
        ...(intermediary === undefined
          ? {}
          : {
              intermediary: {
                ...{ account: intermediary as Address, fee: Number(order.fee), sponsor: SPONSOR },
              },
            }),
        ...(order.buyer === undefined ? {} : { buyer: order.buyer as Address }),
        ...(cap === undefined
          ? {}
          : {
              policy: {
                contract: this.#world.stage.sides[order.side].cap as Address,
                terms: bytes32(toBeHex((BigInt(cap.tag) << CAP_BITS) | BigInt(cap.most), 32)),
              },
            }),
        ...{ validAfter: order.validAfter, validBefore: order.validBefore },
        mostRoyalty: Number(order.mostRoyalty),
      },
      {
        ...{ chain: CHAIN_IDS[order.side], seller: order.seller as Address },
        market: this.markets[order.side].address,
        ...{ counter: BigInt(order.counter), salt: wordOf(`order ${order.salt}`) },
        ...{ mostRoyalty: Number(order.mostRoyalty), validBefore: order.validBefore },
      },
    );
    const signer = order.isSigned ? this.keyOf(order.seller) : this.#world.keys.relayer;
    const signed = await signOrder(signer, made);
    this.#signed.set(order.salt, signed);
    return signed;
  }

  async hashOf(order: Order): Promise<Bytes32> {
    return orderHash(await this.signed(order));
  }

  async purchase(order: Order, purchase: Purchase): Promise<SignedPurchase> {
    const { buyer, recipient, count, salt, validBefore, isSigned } = purchase;
    const signed = await this.signed(order);
    return await signPurchase(isSigned ? this.keyOf(buyer) : this.#world.keys.relayer, {
      ...{ order: signed, buyer: buyer as Address, recipient: recipient as Address, count },
      currency: await this.#currencyOf(order.side, signed),
      ...{ salt: wordOf(`salt ${salt}`), validBefore },
    });
  }

  async #currencyOf(side: Side, order: SignedOrder): Promise<Currency> {
    const name = key(side, order.currency);
    const known = this.#currencies.get(name);
    if (known !== undefined) return known;
    const currency = await this.markets[side].currencyOf(order);
    this.#currencies.set(name, currency);
    return currency;
  }
}
