import { LIMITS } from "../lane/index.ts";
import {
  type Address,
  type AssetStandard,
  type ChainId,
  type Hex,
  hexToBytes,
  isSameAddress,
  uint,
  ZERO_ADDRESS,
} from "../primitives/index.ts";
import { InvalidTransferError } from "./errors.ts";

/** What a person asks for: up to 16 assets of one collection to another chain. */
export interface TransferRequest {
  origin: ChainId;
  /** Any other chain of the zone: a representation passes through its home where that is neither end. */
  destination: ChainId;
  /** The collection on the origin: a home collection or a representation. */
  token: Address;
  /** The tokens; empty for ERC-20. */
  ids: readonly bigint[];
  /** One for each id of an ERC-1155; the one of an ERC-20; left out for ERC-721. */
  amounts?: readonly bigint[];
  recipient: Address;
  /** Who gets the tokens back on the origin if they cannot be delivered; the sender by default. */
  refundAccount?: Address;
  /** Unix seconds; the zone's default by default. */
  deadline?: number;
  /** 0 to 32 bytes, opaque to the protocol. Never personal data. */
  reference?: Hex;
}

/** The standard of what is asked for, by how it is asked for. */
export function standardOf({ ids, amounts }: TransferRequest): AssetStandard {
  if (amounts === undefined || amounts.length === 0) return "erc721";
  return ids.length === 0 ? "erc20" : "erc1155";
}

/**
 * Checks what can be seen before asking a chain.
 *
 * @throws InvalidTransferError, IntegerOutOfRangeError
 */
export function assertRequest(request: TransferRequest): void {
  const { recipient, reference, deadline } = request;
  if (standardOf(request) === "erc20") assertAmounts(request, 1);
  else assertTokens(request);
  if (isSameAddress(recipient, ZERO_ADDRESS)) throw invalid("The recipient is the zero address.");
  if (reference !== undefined && hexToBytes(reference).length > LIMITS.reference) {
    throw invalid(`A reference has at most ${LIMITS.reference} bytes.`);
  }
  if (deadline !== undefined) uint(deadline, 40, "The deadline");
}

function assertTokens(request: TransferRequest): void {
  const { ids } = request;
  if (ids.length < 1 || ids.length > LIMITS.assets) {
    throw invalid(`A transfer carries 1 to ${LIMITS.assets} tokens.`, `Received: ${ids.length}`);
  }
  for (const id of ids) uint(id, 256, "A token id");
  if (new Set(ids).size < ids.length) throw invalid("A token is named twice.");
  if (standardOf(request) === "erc1155") assertAmounts(request, ids.length);
}

function assertAmounts({ amounts = [] }: TransferRequest, count: number): void {
  if (amounts.length !== count) {
    throw invalid(
      "Amounts and tokens do not pair.",
      `Expected: ${count}`,
      `Received: ${amounts.length}`,
    );
  }
  for (const amount of amounts) {
    if (uint(amount, 128, "An amount") === 0n) throw invalid("An amount is zero.");
  }
}

const invalid = (why: string, ...details: string[]) => new InvalidTransferError(why, { details });
