import { Interface, type Signer, type TransactionReceipt } from "ethers";
import { type Address, address, type Hex, isSameAddress } from "../../primitives/index.ts";
import { sendCall } from "../chain-call.ts";
import { PayoutRefusedError } from "../errors.ts";
import { type ContractEvent, eventsOf, receiptLogs } from "../event-log.ts";
import type { ContractLocation } from "../location.ts";
import type { PayeePart } from "./divide-nested.ts";
import { SPLIT } from "./split-abi.ts";

/** A payee's part as it landed: paid, or kept for them to claim. */
export interface DistributedPart extends PayeePart {
  readonly outcome: "paid" | "credited";
}

/** What one call of a division did. */
export interface Distribution {
  /** What was paid and credited, in the currency's units. What nested lists give back to the split stays, and counts as paid. */
  readonly amount: bigint;
  /** Whether the division goes on in another call. */
  readonly open: boolean;
  /** In the order of payment. */
  readonly parts: readonly DistributedPart[];
  readonly transaction: Hex;
  readonly block: number;
  readonly gasUsed: bigint;
}

/** How a long list is divided. */
export interface PartsOptions {
  /** How many payees each transaction pays at the most; 100 by default, of which each may need 130,000 gas. */
  readonly most?: number;
  readonly signal?: AbortSignal;
}

const TRANSFER = /* @__PURE__ */ (() =>
  new Interface(["event Transfer(address indexed from, address indexed to, uint256 value)"]))();
const MOST_PAYEES = 100;

/**
 * Has a split divide all that it has of a currency, through the splits in it. Anyone may; the signer pays the gas.
 *
 * @param currency - an ERC-20's address, or zero for the chain's coin
 * @throws PayoutRefusedError (`NothingToDistribute`), PayoutUnavailableError, PayoutChainError
 */
export async function distribute(
  split: ContractLocation,
  signer: Signer,
  currency: Address,
): Promise<Distribution> {
  return await divide(split, signer, currency, "distribute", [currency]);
}

/**
 * Divides a list that is too long for one block, some payees in each transaction, until all have had their part of what was there at
 * the first; nested splits are paid like everybody else. A division that stands open is gone on with, so that calling again after
 * a failure resumes it.
 *
 * @throws as {@link distribute}
 */
export async function* distributeInParts(
  split: ContractLocation,
  signer: Signer,
  currency: Address,
  { most = MOST_PAYEES, signal }: PartsOptions = {},
): AsyncGenerator<Distribution, void, void> {
  for (;;) {
    signal?.throwIfAborted();
    const part = await divide(split, signer, currency, "distributePart", [currency, most]);
    yield part;
    if (!part.open) return;
  }
}

async function divide(
  split: ContractLocation,
  signer: Signer,
  currency: Address,
  name: string,
  args: readonly unknown[],
): Promise<Distribution> {
  const call = { what: "The division", name, args };
  const receipt = await sendCall(split, signer, SPLIT, call);
  const told = eventsOf(split.address, SPLIT, receiptLogs(receipt));
  const end = told.find(({ event }) => event.name === "Distributed");
  if (end === undefined) {
    throw new PayoutRefusedError(undefined, "The transaction succeeded without a division.", {
      details: [`Transaction: ${receipt.hash}`, `Is ${split.address} a split?`],
    });
  }
  return {
    amount: end.event.args.amount,
    open: end.event.args.open,
    parts: partsOf(split, currency, told, receipt),
    transaction: receipt.hash as Hex,
    block: receipt.blockNumber,
    gasUsed: receipt.gasUsed,
  };
}

/** The coin's payments and all credits are told by the split, an ERC-20's by the currency. */
function partsOf(
  split: ContractLocation,
  currency: Address,
  told: readonly ContractEvent[],
  receipt: TransactionReceipt,
): DistributedPart[] {
  const moved = eventsOf(currency, TRANSFER, receiptLogs(receipt)).filter(({ event }) =>
    isSameAddress(event.args.from, split.address),
  );
  const kept = told.filter(({ event }) => event.name === "Credited" || event.name === "Paid");
  return [...moved, ...kept]
    .sort((a, b) => a.place.logIndex - b.place.logIndex)
    .map(({ event }) =>
      event.name === "Transfer"
        ? { payee: address(event.args.to), amount: event.args.value, outcome: "paid" }
        : {
            payee: address(event.args.payee),
            amount: event.args.amount,
            outcome: event.name === "Paid" ? "paid" : "credited",
          },
    );
}
