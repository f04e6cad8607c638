import { Contract, isError, type Signer } from "ethers";
import { type Address, isSameAddress, ZERO_ADDRESS } from "../primitives/index.ts";
import { NotOwnerError } from "./errors.ts";
import { asRefusal } from "./revert.ts";

const ERC721 = [
  "function ownerOf(uint256) view returns (address)",
  "function getApproved(uint256) view returns (address)",
  "function isApprovedForAll(address, address) view returns (bool)",
  "function approve(address, uint256)",
];

/**
 * Lets the gateway take exactly the tokens that are sent, no more. Representations need no approval.
 *
 * @returns the gas that the approvals cost
 * @throws NotOwnerError, TransferRefusedError
 */
export async function approveGateway(
  gateway: Contract,
  signer: Signer,
  token: Address,
  ids: readonly bigint[],
): Promise<bigint> {
  const sender = await signer.getAddress();
  const collection = new Contract(token, ERC721, signer);
  await Promise.all(ids.map((id) => assertOwner(collection, token, id, sender)));
  if (await isRepresentation(gateway, token)) return 0n;
  const spender = await gateway.getAddress();
  if (await collection.getFunction("isApprovedForAll")(sender, spender)) return 0n;
  let gas = 0n;
  for (const id of ids) gas += await approveOne(collection, spender, id);
  return gas;
}

async function isRepresentation(gateway: Contract, token: Address): Promise<boolean> {
  const home = await gateway.getFunction("homeOf")(token);
  return !isSameAddress(home.homeToken, ZERO_ADDRESS);
}

async function assertOwner(
  collection: Contract,
  token: Address,
  id: bigint,
  sender: string,
): Promise<void> {
  const owner: string | undefined = await collection.getFunction("ownerOf")(id).catch(absent);
  if (owner !== undefined && isSameAddress(owner, sender)) return;
  throw new NotOwnerError(
    owner === undefined ? "The token does not exist here." : "The token belongs to somebody else.",
    { details: [`Token: ${token} #${id}`, `Sender: ${sender}`, `Owner: ${owner ?? "nobody"}`] },
  );
}

/** A token that nobody owns makes `ownerOf` revert; a chain that cannot be asked is another matter. */
function absent(error: unknown): undefined {
  if (isError(error, "CALL_EXCEPTION") || isError(error, "BAD_DATA")) return undefined;
  throw error;
}

async function approveOne(collection: Contract, spender: string, id: bigint): Promise<bigint> {
  const approved: string = await collection.getFunction("getApproved")(id);
  if (isSameAddress(approved, spender)) return 0n;
  try {
    const transaction = await collection.getFunction("approve")(spender, id);
    const receipt = await transaction.wait();
    return receipt.gasUsed;
  } catch (error) {
    throw asRefusal(error, "The approval");
  }
}
