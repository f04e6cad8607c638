import { ZERO_ADDRESS } from "../primitives/index.ts";
import { InvalidOrderError } from "./errors.ts";
import { type Order, WHOLE } from "./order.ts";

const MOST_PRICE = 2n ** 96n - 1n;
const MOST_TOKEN_ID = 2n ** 256n - 1n;
const MOST_COUNT = 1_000_000;
/** What a sponsor's id may look like: as partners' ids in a zone's manifest. */
const SPONSOR = /^[\x21-\x7e]{1,32}$/;
/** Unix seconds, far off. */
const MOST_TIME = 2 ** 40;
const MOST_URI = 2_048;

/**
 * Checks that an order says something that a market can carry out (`IMarket.OrderInvalid`), as far as the order itself
 * shows it.
 *
 * @throws InvalidOrderError with reason `terms`
 */
export function assertOrder(order: Order): void {
  const { kind, quantity, price, payee, mostRoyalty, intermediary, uri, tokenId } = order;
  const fee = intermediary?.fee ?? 0;
  need(price >= 1n && price <= MOST_PRICE, "The price is 1 to 2^96 - 1 units.", `${price}`);
  need(isWhole(quantity, 1, MOST_COUNT), "The quantity is a whole number from 1.", `${quantity}`);
  need(kind !== "erc721" || quantity === 1, "There is one of an ERC-721 token.", `${quantity}`);
  need(tokenId >= 0n && tokenId <= MOST_TOKEN_ID, "The token's id has 256 bits.", `${tokenId}`);
  need(payee !== ZERO_ADDRESS, "The zero address would be paid.");
  need(isWhole(mostRoyalty, 0, WHOLE), "A royalty is 0 to 10,000 basis points.", `${mostRoyalty}`);
  need(isWhole(fee, 0, WHOLE), "A fee is 0 to 10,000 basis points.", `${fee}`);
  need(fee + mostRoyalty <= WHOLE, "Royalty and fee together are above the price.");
  if (intermediary !== undefined) {
    need(intermediary.account !== ZERO_ADDRESS, "The zero address would get the fee.");
    const { sponsor } = intermediary;
    need(SPONSOR.test(sponsor), "A sponsor's id is 1 to 32 ASCII characters.", sponsor);
  }
  need(uri === "" || kind === "voucher", "Only a voucher names a URI.");
  need(uri.length <= MOST_URI, `A URI has at most ${MOST_URI} characters.`);
  const { validAfter, validBefore } = order;
  need(isWhole(validAfter, 0, MOST_TIME), "Times are whole Unix seconds.", `${validAfter}`);
  need(isWhole(validBefore, 1, MOST_TIME), "Times are whole Unix seconds.", `${validBefore}`);
  need(validAfter < validBefore, "The order ends before it begins.");
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function need(holds: boolean, why: string, ...received: string[]): void {
  if (holds) return;
  throw new InvalidOrderError("terms", why, {
    details: received.map((value) => `Received: ${value.slice(0, 80)}`),
  });
}
