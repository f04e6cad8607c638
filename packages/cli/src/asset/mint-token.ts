import { type Address, type AssetReference, type Hex, ZERO_ADDRESS } from "@ryugu/sdk/primitives";
import {
  Contract,
  Interface,
  isCallException,
  isError,
  type Signer,
  type TransactionReceipt,
} from "ethers";
import { CREATOR_COLLECTION_ABI } from "../chain/abi.ts";
import { MintRefusedError } from "../errors.ts";

/** A token that was just made. */
export interface Minted {
  asset: AssetReference & { tokenId: bigint };
  transaction: Hex;
  gasUsed: bigint;
}

const NO_REASON = "no reason given; is this a CreatorCollection?";
const COLLECTION = new Interface(CREATOR_COLLECTION_ABI);

/**
 * Mints the next token of a `CreatorCollection`, whose owner the signer must be.
 *
 * @throws MintRefusedError, ChainUnavailableError
 */
export async function mintToken(
  signer: Signer,
  collection: Omit<AssetReference, "tokenId">,
  to: Address,
  uri: string,
): Promise<Minted> {
  const contract = new Contract(collection.contract, COLLECTION, signer);
  try {
    const transaction = await contract.getFunction("mint")(to, uri);
    const receipt: TransactionReceipt = await transaction.wait();
    return {
      asset: { ...collection, tokenId: mintedId(receipt, collection.contract) },
      transaction: receipt.hash as Hex,
      gasUsed: receipt.gasUsed,
    };
  } catch (error) {
    throw asRefusal(error, collection.contract);
  }
}

function mintedId(receipt: TransactionReceipt, collection: Address): bigint {
  for (const log of receipt.logs) {
    const event = log.address === collection ? COLLECTION.parseLog(log) : null;
    if (event?.name === "Transfer" && event.args.from === ZERO_ADDRESS) return event.args.tokenId;
  }
  throw new MintRefusedError("The transaction succeeded without minting a token.", {
    details: [`Transaction: ${receipt.hash}`, `Is ${collection} a CreatorCollection?`],
  });
}

function asRefusal(error: unknown, collection: Address): unknown {
  if (isError(error, "INSUFFICIENT_FUNDS")) {
    return new MintRefusedError("The signer cannot pay for the transaction's gas.", {
      cause: error,
    });
  }
  if (!isCallException(error)) return error;
  const data = error.data ?? "0x";
  const reason =
    data === "0x" ? NO_REASON : (nameError(data) ?? error.reason ?? data.slice(0, 138));
  return new MintRefusedError("The collection refused to mint.", {
    cause: error,
    details: [`Collection: ${collection}`, `Reason: ${reason}`],
  });
}

/** The error that the collection names; undefined where the data is none of those it can name. */
function nameError(data: string): string | undefined {
  try {
    const known = COLLECTION.parseError(data);
    return known === null ? undefined : `${known.name}(${known.args.join(", ")})`;
  } catch {
    return undefined;
  }
}
