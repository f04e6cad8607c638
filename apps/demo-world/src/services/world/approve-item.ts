import { chainId } from "@ryugu/sdk/primitives";
import { type Zone, zoneChain } from "@ryugu/sdk/zone";
import { Contract, type Signer, ZeroAddress } from "ethers";
import type { TokenRef } from "../../sim/protocol/references.ts";

const ERC721 = [
  "function getApproved(uint256) view returns (address)",
  "function isApprovedForAll(address, address) view returns (bool)",
  "function approve(address, uint256)",
];
const GATEWAY = [
  "function homeOf(address) view returns (uint64 homeChainId, address homeToken, uint8 standard)",
];

/** Whether the gateway has to be allowed to take this token before it is sent. Representations need no approval. */
export async function needsApproval(
  zone: Zone,
  signer: Signer,
  { chain, contract, id }: TokenRef,
): Promise<boolean> {
  const { gateway } = zoneChain(zone, chainId(chain));
  const home = await new Contract(gateway, GATEWAY, signer).getFunction("homeOf")(contract);
  if (home.homeToken !== ZeroAddress) return false;
  const collection = new Contract(contract, ERC721, signer);
  const [approved, forAll] = await Promise.all([
    collection.getFunction("getApproved")(id),
    collection.getFunction("isApprovedForAll")(await signer.getAddress(), gateway),
  ]);
  return !forAll && String(approved).toLowerCase() !== gateway.toLowerCase();
}

/**
 * Lets the gateway take this one token, when it is taken in hand: at the gate nothing is then left but to send it.
 *
 * @throws what the chain and the wallet throw
 */
export async function approveItem(zone: Zone, signer: Signer, token: TokenRef): Promise<void> {
  if (!(await needsApproval(zone, signer, token))) return;
  const { gateway } = zoneChain(zone, chainId(token.chain));
  const collection = new Contract(token.contract, ERC721, signer);
  const transaction = await collection.getFunction("approve")(gateway, token.id);
  await transaction.wait();
}
