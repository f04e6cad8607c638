import type { Signer } from "ethers";
import { type Bytes32, type Hex, isSameAddress } from "../../primitives/index.ts";
import type { Agreement, PaymentAuthorization } from "../authorization.ts";
import { callView, sendCall } from "../chain-call.ts";
import { PayoutRefusedError } from "../errors.ts";
import { eventsOf, receiptLogs } from "../event-log.ts";
import type { ContractLocation } from "../location.ts";
import { assertPayment, type Payment } from "./payment.ts";
import { RAIL } from "./rail-abi.ts";
import { toRecords } from "./read-records.ts";
import type { MadePayment, PaymentRecord, ShareRecord } from "./records.ts";

/** The contract's `Agreement`, by number. */
const AGREEMENTS: readonly Agreement[] = ["caller", "currency", "rail"];

const BY_CALLING = {
  agreement: 0,
  validAfter: 0,
  validBefore: 0,
  salt: `0x${"00".repeat(32)}`,
  signature: "0x",
};

/** Pays or refunds: what both rails do alike. */
export async function carryPayment(
  rail: ContractLocation,
  signer: Signer,
  name: "pay" | "refund",
  payment: Payment,
  authorization: PaymentAuthorization | undefined,
): Promise<MadePayment> {
  assertPayment(payment, rail.address);
  const args = [payment, authorization ? wordOf(authorization) : BY_CALLING];
  const what = name === "pay" ? "The payment" : "The refund";
  const receipt = await sendCall(rail, signer, RAIL, { what, name, args });
  const told = toRecords(eventsOf(rail.address, RAIL, receiptLogs(receipt)));
  const isIt = (record: { purpose: Bytes32 }) => isSameAddress(record.purpose, payment.purpose);
  const made = told.find((each): each is PaymentRecord => each.kind === "payment" && isIt(each));
  if (made === undefined) {
    throw new PayoutRefusedError(undefined, "The transaction succeeded without a payment.", {
      details: [`Transaction: ${receipt.hash}`, `Is ${rail.address} a rail?`],
    });
  }
  const shares = told.filter((each): each is ShareRecord => each.kind === "share" && isIt(each));
  return { ...made, shares, gasUsed: receipt.gasUsed };
}

export async function voidSalt(
  rail: ContractLocation,
  signer: Signer,
  salt: Bytes32,
): Promise<Hex> {
  const call = { what: "The withdrawal of a word", name: "voidSalt", args: [salt] };
  return (await sendCall(rail, signer, RAIL, call)).hash as Hex;
}

export function isSaltUsed(rail: ContractLocation, payer: string, salt: Bytes32): Promise<boolean> {
  return callView(rail, RAIL, "isSaltUsed", payer, salt);
}

function wordOf({ agreement, ...word }: PaymentAuthorization) {
  return { agreement: AGREEMENTS.indexOf(agreement), ...word };
}
