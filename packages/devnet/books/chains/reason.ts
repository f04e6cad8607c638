import {
  erc20RailAbi,
  gatewayAbi,
  marketAbi,
  prepaidRailAbi,
  representation20Abi,
  royaltyRouterAbi,
  splitAbi,
  testYenAbi,
} from "@ryugu/contracts";
import { RyuguError } from "@ryugu/sdk/errors";
import { Interface, isCallException } from "ethers";

const TOKENS = [
  "error ERC1155InsufficientBalance(address sender, uint256 balance, uint256 needed, uint256 tokenId)",
  "error ERC721InvalidApprover(address approver)",
  "error VoucherNotSigned(address signer)",
];
const ABIS = [
  ...[erc20RailAbi, gatewayAbi, marketAbi, prepaidRailAbi, representation20Abi],
  ...[royaltyRouterAbi, splitAbi, testYenAbi],
];
const KNOWN = [...ABIS.map((abi) => abi.filter(({ type }) => type === "error")), TOKENS].map(
  (abi) => new Interface(abi),
);

/** The contract's name for why it refused; undefined where something else went wrong. */
export function reasonOf(error: unknown): string | undefined {
  const cause = error instanceof RyuguError ? error.cause : error;
  if (!isCallException(cause)) return undefined;
  const data = cause.data ?? "0x";
  for (const known of KNOWN) {
    const found = data.length < 10 ? null : known.getError(data.slice(0, 10));
    if (found !== null) return found.name;
  }
  return `unknown ${data.slice(0, 10)}`;
}
