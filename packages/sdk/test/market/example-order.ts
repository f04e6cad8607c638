import { type Order, signOrder, signPurchase } from "../../src/market/index.ts";
import type { Currency } from "../../src/payout/index.ts";
import { address, bytes32, chainId } from "../../src/primitives/index.ts";
import { keyWallet } from "../../src/wallet/index.ts";

const chain = chainId(31_337);
const account = (digits: string) => address(`0x${digits.repeat(20)}`);

/** A seller and a buyer with keys. */
export const exampleSeller = keyWallet(`0x${"06".repeat(32)}`);
export const exampleBuyer = keyWallet(`0x${"07".repeat(32)}`);

/** An order that was never on a chain. */
export const exampleOrder: Order = {
  chain,
  market: account("a1"),
  kind: "erc721",
  seller: exampleSeller.address,
  collection: account("c3"),
  tokenId: 7n,
  quantity: 1,
  rail: account("b2"),
  currency: account("d4"),
  price: 12_000n * 10n ** 18n,
  payee: account("e5"),
  mostRoyalty: 1_000,
  intermediary: { account: account("f6"), fee: 500, sponsor: "otohime" },
  buyer: undefined,
  policy: undefined,
  validAfter: 0,
  validBefore: 5_000,
  counter: 0n,
  salt: bytes32(`0x${"5a".repeat(32)}`),
  uri: "",
};

/** The money of {@link exampleOrder}. */
export const exampleCurrency: Currency = {
  chain,
  address: exampleOrder.currency,
  name: "Test Yen",
  version: "1",
  symbol: "tJPY",
  decimals: 18,
};

/** The order with its seller's word. */
export const exampleSignedOrder = () => signOrder(exampleSeller, exampleOrder);

/** The buyer's purchase of {@link exampleOrder}, which holds from 1,000 to 2,000. */
export function examplePurchase(order: Order = exampleOrder, currency = exampleCurrency) {
  return signPurchase(exampleBuyer, {
    order,
    currency,
    buyer: exampleBuyer.address,
    recipient: exampleBuyer.address,
    count: 1,
    salt: bytes32(`0x${"5b".repeat(32)}`),
    validAfter: 1_000,
    validBefore: 2_000,
  });
}
