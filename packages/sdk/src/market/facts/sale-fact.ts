import type { Place, SaleFact, ShareRole } from "../../payout/statement/index.ts";
import { type Address, address, bytes32, ZERO_ADDRESS } from "../../primitives/index.ts";
import { KINDS, sponsorOf } from "../order-struct.ts";
import type { Paid } from "./chain-part.ts";
import type { FactLog } from "./events.ts";

/** A part of a price, before it is known who got it. */
interface SalePart {
  readonly role: Exclude<ShareRole, "surplus">;
  readonly payee: Address;
  readonly amount: bigint;
}

/** A sale as its market told it. */
export function saleFactOf({ address: market, args }: FactLog, at: Place): SaleFact {
  const { money } = args;
  const kind = KINDS[Number(args.kind)];
  return {
    ...{ ...at, market, orderHash: bytes32(args.orderHash), royalty: royaltyOf(money) },
    ...{ reference: bytes32(args.purpose), seller: address(args.seller), fee: money.fee },
    ...{ buyer: address(args.buyer), recipient: address(args.recipient), price: money.paid },
    standard: kind === "erc1155" ? "erc1155" : "erc721",
    ...{ collection: address(args.collection), tokenId: args.tokenId, count: args.count },
    ...{ currency: address(money.currency), ...brokerOf(money) },
    // Who makes a work by selling it, or is owed the royalty on it, is its creator.
    isPrimary: isOne(money) || kind === "voucher",
  };
}

/** The parts of a sale, in the order in which they are paid. */
export function salePartsOf({ args: { money } }: FactLog): SalePart[] {
  const royalty = royaltyOf(money);
  return [
    { role: "royalty", payee: address(money.royaltyReceiver), amount: royalty },
    { role: "fee", payee: address(money.intermediary), amount: money.fee },
    { role: "proceeds", payee: address(money.payee), amount: money.paid - royalty - money.fee },
  ];
}

/** A market's `Money`. */
interface SaleMoney {
  readonly royaltyReceiver: string;
  readonly royalty: bigint;
  readonly payee: string;
  readonly intermediary: string;
  readonly sponsor: string;
}

/** Whether royalty and proceeds are paid as one. */
const isOne = (money: SaleMoney): boolean => money.royaltyReceiver === money.payee;
const royaltyOf = (money: SaleMoney): bigint => (isOne(money) ? 0n : money.royalty);

/** The first of what was paid that sums to an amount; all of it where it does not. */
export function firstOf(paid: readonly Paid[], amount: bigint): Paid[] {
  let sum = 0n;
  const own: Paid[] = [];
  for (const one of paid) {
    if (sum >= amount) break;
    sum += one.amount;
    own.push(one);
  }
  return own;
}

function brokerOf(money: SaleMoney): Partial<SaleFact> {
  if (money.intermediary === ZERO_ADDRESS) return {};
  const sponsor = sponsorOf(money.sponsor);
  return {
    intermediary: address(money.intermediary),
    ...(sponsor === undefined ? {} : { sponsor }),
  };
}
