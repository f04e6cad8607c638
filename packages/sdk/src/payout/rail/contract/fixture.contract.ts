import { hexlify, randomBytes, type Signer, Wallet } from "ethers";
import { expect } from "vitest";
import { type Address, address, type Bytes32, bytes32 } from "../../../primitives/index.ts";
import type { PaymentAuthorization } from "../../authorization.ts";
import { signPayment } from "../../sign-payment.ts";
import type { PaymentPart } from "../../split/divide-nested.ts";
import type { SplitShare } from "../../split/share.ts";
import type { Payment } from "../payment.ts";
import type { PaymentRail } from "../payment-rail.ts";

/** Somebody in a test, with gas. */
export interface Payer {
  readonly address: Address;
  readonly signer: Signer;
}

/** A rail under test, and what the world around it can do. */
export interface PaymentRailFixture {
  rail: PaymentRail;
  currency: Address;
  payer: Payer;
  /** Has gas and no money. */
  carrier: Payer;
  /** Gives money to spend. */
  fund(account: Address, amount: bigint): Promise<void>;
  /** Lets an account be paid, or not. */
  setPayable(account: Address, payable: boolean): Promise<void>;
  makeSplit(shares: readonly SplitShare[]): Promise<Address>;
  /** The chain's clock, in unix seconds. */
  now(): Promise<number>;
}

export const random = () => bytes32(hexlify(randomBytes(32)));

export const part = (payee: Address, amount: bigint, nested = false): PaymentPart => ({
  payee,
  amount,
  nested,
});

/** What every test over a rail needs: people, payments and words for them. */
export function actsOn(fixture: () => PaymentRailFixture) {
  /** Somebody who can be paid, with a key and without gas. */
  const person = async () => {
    const key = Wallet.createRandom();
    const account = address(key.address);
    await fixture().setPayable(account, true);
    return { key, address: account };
  };
  const payment = (parts: readonly PaymentPart[], payer = fixture().payer.address): Payment => ({
    payer,
    currency: fixture().currency,
    purpose: random(),
    parts,
  });
  const word = async (
    signer: Wallet | Payer["signer"],
    paid: Payment,
    amount: bigint,
    salt: Bytes32 = random(),
  ): Promise<PaymentAuthorization> => {
    const { rail, currency, carrier, now } = fixture();
    return await signPayment(signer, {
      ...{ chain: rail.chain, rail: rail.address, payer: paid.payer, purpose: paid.purpose },
      ...{ currency: await rail.currency(currency), caller: carrier.address, amount, salt },
      validBefore: (await now()) + 600,
    });
  };
  /** Pays somebody who cannot be paid. */
  const credited = async (amount: bigint) => {
    const { rail, payer, fund, setPayable } = fixture();
    const blocked = await person();
    await setPayable(blocked.address, false);
    await fund(payer.address, amount);
    const made = await rail.pay(payer.signer, payment([part(blocked.address, amount)]));
    expect(made.shares).toMatchObject([{ payee: blocked.address, amount, outcome: "credited" }]);
    return { ...blocked, purpose: made.purpose, block: made.block };
  };
  return { person, payment, word, credited };
}
