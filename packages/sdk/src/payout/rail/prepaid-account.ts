import type { Signer } from "ethers";
import { type Address, address, type Bytes32, type Hex } from "../../primitives/index.ts";
import { type ContractCall, callView, sendCall } from "../chain-call.ts";
import { PayoutRefusedError } from "../errors.ts";
import { eventsOf, receiptLogs } from "../event-log.ts";
import type { ContractLocation } from "../location.ts";
import { PREPAID } from "./rail-abi.ts";

/** What an account may do. `none`: nobody opened it. `frozen`: it does not pay, and what it should get is credited. */
export type PrepaidStatus = "none" | "open" | "frozen";

/** An account with the issuer of prepaid yen. */
export interface PrepaidAccount {
  readonly status: PrepaidStatus;
  /** Yen that were put in: they can be spent and not taken out again. */
  readonly spendable: bigint;
  /** Yen that the issuer owes for what was sold: they are settled by bank transfer. */
  readonly received: bigint;
}

/** A bank transfer that was asked for and has not ended. */
export interface Settlement {
  readonly id: bigint;
  readonly account: Address;
  /** In yen. */
  readonly amount: bigint;
}

/** The contract's `Status`, by number. */
const STATUSES: readonly PrepaidStatus[] = ["none", "open", "frozen"];

export async function readAccount(
  ledger: ContractLocation,
  account: Address,
): Promise<PrepaidAccount> {
  const told = await callView(ledger, PREPAID, "accountOf", account);
  return {
    status: STATUSES[Number(told.status)] ?? "none",
    spendable: told.spendable,
    received: told.receivable,
  };
}

export async function readSettlement(
  ledger: ContractLocation,
  id: bigint,
): Promise<Settlement | undefined> {
  const { account, amount } = await callView(ledger, PREPAID, "settlement", id);
  return amount === 0n ? undefined : { id, account: address(account), amount };
}

export async function requestSettlement(
  ledger: ContractLocation,
  signer: Signer,
  amount: bigint,
): Promise<Settlement> {
  const call = { what: "The settlement", name: "requestSettlement", args: [amount] };
  const receipt = await sendCall(ledger, signer, PREPAID, call);
  const told = eventsOf(ledger.address, PREPAID, receiptLogs(receipt)).find(
    ({ event }) => event.name === "SettlementRequested",
  );
  if (told === undefined) {
    throw new PayoutRefusedError(undefined, "The transaction succeeded without a settlement.", {
      details: [`Transaction: ${receipt.hash}`, `Is ${ledger.address} a ledger?`],
    });
  }
  const { id, account } = told.event.args;
  return { id, account: address(account), amount };
}

/** What the issuer alone may do. */
export const prepaidIssuer = (ledger: ContractLocation) => ({
  setStatus: (signer: Signer, account: Address, status: PrepaidStatus) =>
    carry(ledger, signer, {
      what: "The account's status",
      name: "setStatus",
      args: [account, STATUSES.indexOf(status)],
    }),
  topUp: (signer: Signer, deposit: { account: Address; amount: bigint; funding: Bytes32 }) =>
    carry(ledger, signer, {
      what: "The deposit",
      name: "topUp",
      args: [deposit.account, deposit.amount, deposit.funding],
    }),
  confirmSettlement: (signer: Signer, id: bigint, bankReference: Bytes32) =>
    carry(ledger, signer, {
      what: "The confirmation",
      name: "confirmSettlement",
      args: [id, bankReference],
    }),
  refuseSettlement: (signer: Signer, id: bigint, reason: Bytes32) =>
    carry(ledger, signer, { what: "The refusal", name: "refuseSettlement", args: [id, reason] }),
});

async function carry(ledger: ContractLocation, signer: Signer, call: ContractCall): Promise<Hex> {
  return (await sendCall(ledger, signer, PREPAID, call)).hash as Hex;
}
