import {
  creatorCollectionAbi,
  custodyAbi,
  gatewayAbi,
  representation20Abi,
  representation721Abi,
  representation1155Abi,
  testYenAbi,
  vaultAbi,
} from "@ryugu/contracts";
import { Interface } from "ethers";

const ABIS = [
  gatewayAbi,
  custodyAbi,
  vaultAbi,
  representation721Abi,
  representation1155Abi,
  representation20Abi,
  creatorCollectionAbi,
  testYenAbi,
];

/** Every error of the zone's contracts, and of tokens like the samples, once and in order. */
export function contractErrors(): string[] {
  const all = new Set<string>();
  for (const abi of ABIS)
    new Interface(abi).forEachError((error) => all.add(error.format("sighash")));
  return [...all].sort();
}
