import { address, chainId, chainNumber } from "@ryugu/sdk/primitives";
import type { TransferStatus } from "@ryugu/sdk/transfer";
import { type Zone, zoneChain } from "@ryugu/sdk/zone";
import { Contract } from "ethers";
import type { TokenRef } from "../../sim/protocol/references.ts";
import type { Chains } from "./chains.ts";

const GATEWAY = ["function representationOf(uint64, address, uint8) view returns (address)"];
const STANDARDS = { erc721: 1, erc1155: 2, erc20: 3 } as const;

/**
 * What a transfer's token is on a chain: itself at home, its representation elsewhere.
 *
 * @throws what the chain's provider throws
 */
export async function tokenOn(
  zone: Zone,
  chains: Chains,
  { homeChain, homeToken, standard, assets }: TransferStatus,
  chain: string,
): Promise<TokenRef> {
  const id = assets[0]?.id ?? "0";
  if (homeChain === chain) return { chain, contract: address(homeToken), id };
  const { gateway } = zoneChain(zone, chainId(chain));
  const contract: string = await new Contract(gateway, GATEWAY, chains.provider(chain)).getFunction(
    "representationOf",
  )(chainNumber(chainId(homeChain)), homeToken, STANDARDS[standard]);
  return { chain, contract, id };
}
