import {
  type Address,
  type Bytes32,
  isSameAddress,
  uint,
  ZERO_ADDRESS,
} from "../../primitives/index.ts";
import { InvalidPaymentError } from "../errors.ts";
import type { PaymentPart } from "../split/divide-nested.ts";

/** What is paid through a rail (`IPaymentRail.Payment`). */
export interface Payment {
  readonly payer: Address;
  readonly currency: Address;
  /** What it is for, as the caller defines it; it stands in every record. */
  readonly purpose: Bytes32;
  /** 1 to 16, in the order in which they are paid. */
  readonly parts: readonly PaymentPart[];
}

const MOST_PARTS = 16;

/** The sum of a payment's parts, in the currency's units. */
export function paymentAmount({ parts }: Pick<Payment, "parts">): bigint {
  return parts.reduce((sum, { amount }) => sum + amount, 0n);
}

/**
 * Checks a payment as far as it can be seen without the chain.
 *
 * @param rail - its own address, which nobody pays to
 * @throws InvalidPaymentError, IntegerOutOfRangeError
 */
export function assertPayment({ parts }: Payment, rail: Address): void {
  if (parts.length < 1 || parts.length > MOST_PARTS) {
    throw new InvalidPaymentError(`A payment has 1 to ${MOST_PARTS} parts.`, {
      details: [`Received: ${parts.length}`],
    });
  }
  for (const { payee, amount } of parts) {
    if (isSameAddress(payee, ZERO_ADDRESS) || isSameAddress(payee, rail)) {
      throw new InvalidPaymentError("A part would be paid to nobody.", {
        details: [`Payee: ${payee}`],
      });
    }
    if (uint(amount, 128, "A part's amount") === 0n) {
      throw new InvalidPaymentError("A part is nothing.", { details: [`Payee: ${payee}`] });
    }
  }
}
