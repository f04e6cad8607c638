import type { SignedCashOut } from "@ryugu/sdk/payout";
import type { Address, Bytes32, Hex } from "@ryugu/sdk/primitives";

/** A block that no reorg takes back any more. */
export interface FinalBlock {
  readonly number: number;
  /** Unix seconds. */
  readonly time: number;
}

/** Tokens that arrived in the redemption account. */
export interface Payment {
  readonly transaction: Hex;
  /** The transfer's place in its block. */
  readonly logIndex: number;
  readonly from: Address;
  /** In the currency's units. */
  readonly units: bigint;
  /** The ERC-3009 authorization that it used; undefined for a plain transfer. */
  readonly nonce?: Bytes32;
}

/** Tokens that go back to whom they came from. */
export interface GivingBack {
  /** The cash-out's id: it names the authorization, so that the chain itself takes it once. */
  readonly id: Bytes32;
  readonly payee: Address;
  readonly units: bigint;
}

/** The redemption account on its chain. Every method throws a RyuguError where the chain cannot be asked, or refuses. */
export interface RedemptionChain {
  final(): Promise<FinalBlock>;
  /** What arrived in blocks after one, up to another and with it. */
  payments(after: number, through: number): Promise<readonly Payment[]>;
  /** Whether an authorization was used, or cancelled, by the end of a block. */
  isUsed(authorizer: Address, nonce: Bytes32, block: number): Promise<boolean>;
  /**
   * Whether the currency would take a payment now by the word of a payee that is a contract (ERC-7598): it stands by the word, has the
   * tokens, and the currency asks contracts at all.
   */
  takesContract(id: Bytes32, signed: SignedCashOut): Promise<boolean>;
  /** Sends in a payee's payment, without waiting for it. It may be called any number of times. */
  collect(id: Bytes32, signed: SignedCashOut): Promise<void>;
  /** Sends tokens back, without waiting for it. It may be called any number of times. */
  giveBack(back: GivingBack): Promise<void>;
}
