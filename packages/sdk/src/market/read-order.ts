import { Interface } from "ethers";
import { callView } from "../payout/chain-call.ts";
import { type ContractLocation, type Currency, PayoutRefusedError } from "../payout/index.ts";
import { readCurrency } from "../payout/read-currency.ts";
import { address, chainNumber, isSameAddress, ZERO_ADDRESS } from "../primitives/index.ts";
import type { Royalty } from "./divide-sale.ts";
import { askMarket } from "./market-contract.ts";
import type { Order, OrderState } from "./order.ts";
import { orderStruct } from "./order-struct.ts";

/** The contract's `State`, by number. */
const STATES: readonly OrderState[] = ["open", "early", "expired", "cancelled", "filled", "stale"];
const COLLECTION = /* @__PURE__ */ (() =>
  new Interface([
    "function royaltyInfo(uint256, uint256) view returns (address, uint256)",
    "function home() view returns (uint64 chainId, address token, uint8 standard)",
  ]))();

export async function readState(market: ContractLocation, order: Order) {
  const [state, left] = await askMarket(market, "stateOf", orderStruct(order));
  return { state: STATES[Number(state)] ?? "stale", left: Number(left) };
}

/** As the market asks: a voucher owes none, and a collection that gives no answer none either. */
export async function readRoyalty(
  { chain, provider }: Pick<ContractLocation, "chain" | "provider">,
  { kind, collection, tokenId, price }: Pick<Order, "kind" | "collection" | "tokenId" | "price">,
  count = 1,
): Promise<Royalty | undefined> {
  if (kind === "voucher") return undefined;
  const goods = { address: collection, provider };
  const [told, home]: [[string, bigint] | undefined, { chainId: bigint } | undefined] =
    await Promise.all([
      callView(goods, COLLECTION, "royaltyInfo", tokenId, price * BigInt(count)).catch(asNoAnswer),
      callView(goods, COLLECTION, "home").catch(asNoAnswer),
    ]);
  if (told === undefined) return undefined;
  const [receiver, amount] = told;
  if (receiver === ZERO_ADDRESS || amount === 0n) return undefined;
  const isRouted = home !== undefined && home.chainId !== chainNumber(chain);
  return { receiver: address(receiver), amount, ...(isRouted ? { isRouted } : {}) };
}

/** A ledger is its own currency: whole yen, and its own signatures. Any other is asked what it is signed for. */
export async function readOrderCurrency(
  market: ContractLocation,
  { rail, currency }: Pick<Order, "rail" | "currency">,
): Promise<Currency> {
  const { chain } = market;
  if (isSameAddress(rail, currency)) {
    return { chain, address: currency, name: "", version: "", symbol: "JPY", decimals: 0 };
  }
  return await readCurrency(market, currency);
}

function asNoAnswer(error: unknown): undefined {
  if (!(error instanceof PayoutRefusedError)) throw error;
}
