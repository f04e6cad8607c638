import type { Signer } from "ethers";
import { type Address, type Bytes32, type Hex, isSameAddress } from "../../primitives/index.ts";
import { callView } from "../chain-call.ts";
import type { Currency } from "../currency.ts";
import { CurrencyUnsupportedError } from "../errors.ts";
import type { ContractLocation } from "../location.ts";
import type { PaymentRail } from "./payment-rail.ts";
import {
  type PrepaidAccount,
  type PrepaidStatus,
  prepaidIssuer,
  readAccount,
  readSettlement,
  requestSettlement,
  type Settlement,
} from "./prepaid-account.ts";
import { PREPAID } from "./rail-abi.ts";
import { railContract } from "./rail-contract.ts";

/** A ledger of prepaid yen: a rail whose currency is its own address, with accounts and settlements beside it. */
export interface PrepaidRail extends PaymentRail {
  account(account: Address): Promise<PrepaidAccount>;

  /** Yen that were put in and not settled: what the issuer owes. */
  outstanding(): Promise<bigint>;

  /** What an account may hold to spend, in yen. */
  holdingLimit(): Promise<bigint>;

  /** A settlement that was asked for; undefined where there is none, or it has ended. */
  settlement(id: bigint): Promise<Settlement | undefined>;

  /** Asks for money that the signer received to be paid to their bank account. */
  requestSettlement(signer: Signer, amount: bigint): Promise<Settlement>;

  /** Opens, freezes or thaws an account. The issuer's alone, as all that follows. */
  setStatus(signer: Signer, account: Address, status: PrepaidStatus): Promise<Hex>;

  /**
   * Books a deposit.
   *
   * @param deposit - `funding` is the deposit's own reference: one is booked once
   */
  topUp(
    signer: Signer,
    deposit: { account: Address; amount: bigint; funding: Bytes32 },
  ): Promise<Hex>;

  /** Books that the bank paid. */
  confirmSettlement(signer: Signer, id: bigint, bankReference: Bytes32): Promise<Hex>;

  /** Books that the bank did not pay; the account has its claim back. */
  refuseSettlement(signer: Signer, id: bigint, reason: Bytes32): Promise<Hex>;
}

/**
 * The zone's ledger of prepaid yen as a rail (`PrepaidRail`). The caller owns and closes the provider.
 *
 * @example
 * const ledger = prepaidRail({ chain, address, provider });
 * const { spendable, received } = await ledger.account(person);
 */
export function prepaidRail(ledger: ContractLocation): PrepaidRail {
  const account = (owner: Address) => readAccount(ledger, owner);
  return {
    kind: "prepaid",
    ...railContract(ledger),
    currency: async (currency) => ownCurrency(ledger, currency),
    async spendable(owner, currency) {
      ownCurrency(ledger, currency);
      return (await account(owner)).spendable;
    },
    async received(owner, currency) {
      ownCurrency(ledger, currency);
      return (await account(owner)).received;
    },
    account,
    outstanding: () => callView(ledger, PREPAID, "outstanding"),
    holdingLimit: () => callView(ledger, PREPAID, "holdingLimit"),
    settlement: (id) => readSettlement(ledger, id),
    requestSettlement: (signer, amount) => requestSettlement(ledger, signer, amount),
    ...prepaidIssuer(ledger),
  };
}

/** The ledger itself: one unit is one yen, and words are signed for the rail. */
function ownCurrency({ chain, address }: ContractLocation, currency: Address): Currency {
  if (isSameAddress(currency, address)) {
    return { chain, address, name: "Ryugu Payout", version: "1", symbol: "JPY", decimals: 0 };
  }
  throw new CurrencyUnsupportedError("The ledger carries its own yen only.", {
    details: [`Ledger: ${address}`, `Asked for: ${currency}`],
  });
}
