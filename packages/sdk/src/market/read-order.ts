import { Contract, isError } from "ethers";
import { type Currency, PayoutUnavailableError } from "../payout/index.ts";
import { readCurrency } from "../payout/read-currency.ts";
import { address, isSameAddress, ZERO_ADDRESS } from "../primitives/index.ts";
import { ask, type MarketLocation, view } from "./chain-market.ts";
import type { Royalty } from "./divide-sale.ts";
import { MarketUnavailableError } from "./errors.ts";
import type { Order, OrderState } from "./order.ts";
import { orderStruct } from "./order-struct.ts";

/** The contract's `State`, by number. */
const STATES: readonly OrderState[] = ["open", "early", "expired", "cancelled", "filled", "stale"];
const ROYALTY = ["function royaltyInfo(uint256, uint256) view returns (address, uint256)"];

export async function readState(market: MarketLocation, order: Order) {
  const [state, left] = await view(market, "stateOf", orderStruct(order));
  return { state: STATES[Number(state)] ?? "stale", left: Number(left) };
}

/** As the market asks: a voucher owes none, and a collection that gives no answer none either. */
export async function readRoyalty(
  { provider }: Pick<MarketLocation, "provider">,
  { kind, collection, tokenId, price }: Pick<Order, "kind" | "collection" | "tokenId" | "price">,
  count = 1,
): Promise<Royalty | undefined> {
  if (kind === "voucher") return undefined;
  const question = new Contract(collection, ROYALTY, provider)
    .getFunction("royaltyInfo")(tokenId, price * BigInt(count))
    .catch((error: unknown) => {
      if (isError(error, "CALL_EXCEPTION") || isError(error, "BAD_DATA")) return undefined;
      throw error;
    });
  const told: [string, bigint] | undefined = await ask(question);
  if (told === undefined) return undefined;
  const [receiver, amount] = told;
  if (receiver === ZERO_ADDRESS || amount === 0n) return undefined;
  return { receiver: address(receiver), amount };
}

/** A ledger is its own currency: whole yen, and its own signatures. Any other is asked what it is signed for. */
export async function readOrderCurrency(
  market: MarketLocation,
  { rail, currency }: Pick<Order, "rail" | "currency">,
): Promise<Currency> {
  const { chain } = market;
  if (isSameAddress(rail, currency)) {
    return { chain, address: currency, name: "", version: "", symbol: "JPY", decimals: 0 };
  }
  try {
    return await readCurrency(market, currency);
  } catch (error) {
    if (!(error instanceof PayoutUnavailableError)) throw error;
    throw new MarketUnavailableError("The market's chain gave no answer.", { cause: error });
  }
}
