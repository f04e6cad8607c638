import {
  creatorCollectionAbi,
  custodyAbi,
  erc20RailAbi,
  gatewayAbi,
  marketAbi,
  prepaidRailAbi,
  representation20Abi,
  representation721Abi,
  representation1155Abi,
  royaltyRouterAbi,
  splitAbi,
  splitFactoryAbi,
  testYenAbi,
  vaultAbi,
} from "@ryugu/contracts";
import { Interface, type InterfaceAbi } from "ethers";

const ZONE_ABIS = [
  gatewayAbi,
  custodyAbi,
  vaultAbi,
  representation721Abi,
  representation1155Abi,
  representation20Abi,
  creatorCollectionAbi,
  testYenAbi,
];

/** What a token with units refuses: ERC-6093. */
const UNITS_ABI = representation1155Abi.filter(
  (item) => item.type === "error" && item.name.startsWith("ERC1155"),
);

const PAYOUT_ABIS = [
  marketAbi,
  creatorCollectionAbi,
  UNITS_ABI,
  royaltyRouterAbi,
  splitAbi,
  splitFactoryAbi,
  erc20RailAbi,
  prepaidRailAbi,
  testYenAbi,
];

/** Every error of the zone's contracts, and of tokens like the samples, once and in order. */
export function contractErrors(): string[] {
  return errorsOf(ZONE_ABIS);
}

/** Every error of markets, splits, rails and routers, and of tokens and yen like the samples, once and in order. */
export function payoutErrors(): string[] {
  return errorsOf(PAYOUT_ABIS);
}

function errorsOf(abis: readonly InterfaceAbi[]): string[] {
  const all = new Set<string>();
  for (const abi of abis)
    new Interface(abi).forEachError((error) => all.add(error.format("sighash")));
  return [...all].sort();
}
