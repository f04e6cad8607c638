import { creatorCollectionAbi } from "@ryugu/contracts";
import { type Address, isSameAddress } from "@ryugu/sdk/primitives";
import { Interface, type TransactionReceipt } from "ethers";
import { PlatformSetupError } from "./errors.ts";

const COLLECTION = new Interface(creatorCollectionAbi);

/** The call that mints a token of a {@link collectionPlan}. */
export const mintCall = (to: Address, uri: string) =>
  COLLECTION.encodeFunctionData("mint", [to, uri]);

/** The id of the token that a transaction minted. Throws PlatformSetupError where it minted none. */
export function mintedToken(receipt: TransactionReceipt, collection: Address): bigint {
  for (const log of receipt.logs) {
    if (!isSameAddress(log.address, collection)) continue;
    const event = COLLECTION.parseLog(log);
    if (event?.name === "Transfer") return event.args.getValue("tokenId");
  }
  throw new PlatformSetupError("A transaction that should have minted a token did not.", {
    details: [`Transaction: ${receipt.hash}`],
  });
}
