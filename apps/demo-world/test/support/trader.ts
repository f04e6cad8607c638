import type { MoneyChain } from "@ryugu/devnet";
import {
  orderMarket,
  type SignedOrder,
  type SignedPurchase,
  signPurchase,
} from "@ryugu/sdk/market";
import { type Address, bytes32 } from "@ryugu/sdk/primitives";
import { createKeyWallet, type KeyWallet } from "@ryugu/sdk/wallet";
import { hexlify, NonceManager, randomBytes } from "ethers";
import { madePng } from "./made-picture.ts";
import type { PlatformServer } from "./platform-server.ts";

const YEN = 10n ** 18n;

/** What a server told. */
export interface Told {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects
  readonly body: any;
}

/** What somebody sells. */
export interface Goods {
  readonly collection: Address;
  readonly tokenId: bigint;
  /** ¥12,000 by default. */
  readonly price?: bigint;
  readonly payee?: Address;
}

/** Somebody who is signed in. */
export interface Trader {
  readonly address: Address;
  readonly wallet: KeyWallet;
  /** Of the session. */
  readonly token: string;
  /** On the chain. */
  readonly signer: NonceManager;
  ask(path: string, init?: RequestInit): Promise<Told>;
  post(path: string, body: unknown): Promise<Told>;
  /** Brings a picture; answers its content id. */
  bring(bytes?: Uint8Array<ArrayBuffer>): Promise<string>;
  /** Signs an order, and lets the market move the token. */
  offer(goods: Goods): Promise<SignedOrder>;
  /** Signs a purchase. */
  purchase(order: SignedOrder): Promise<SignedPurchase>;
}

/** Signs a new person in. Sessions outlive the server that they began at. */
export async function openTrader(
  server: () => PlatformServer,
  { provider, id: chain, money }: MoneyChain,
): Promise<Trader> {
  const wallet = createKeyWallet();
  const token = await server().signIn(wallet);
  const signer = new NonceManager(wallet.connect(provider));
  const market = orderMarket({ chain, address: money.market, provider });

  async function ask(path: string, init: RequestInit = {}): Promise<Told> {
    const headers = { ...init.headers, authorization: `Bearer ${token}` };
    const answer = await server().ask(path, { ...init, headers });
    return { status: answer.status, body: await answer.json() };
  }

  return {
    address: wallet.address,
    wallet,
    token,
    signer,
    ask,
    post: (path, body) =>
      ask(path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
    async bring(bytes = madePng(64, 48, randomBytes(1)[0])) {
      const headers = { "content-type": "image/png" };
      const { body } = await ask("/pictures", { method: "POST", headers, body: bytes });
      return body.picture;
    },
    offer: ({ price = 12_000n * YEN, ...goods }) =>
      market.offer(signer, { ...goods, price, rail: money.rail, currency: money.yen }),
    async purchase(order) {
      const buyer = wallet.address;
      return await signPurchase(wallet, {
        ...{ order, buyer, recipient: buyer, count: 1 },
        currency: await market.currencyOf(order),
        salt: bytes32(hexlify(randomBytes(32))),
        validBefore: Math.floor(Date.now() / 1_000) + 600,
      });
    },
  };
}
