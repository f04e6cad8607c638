import { erc20RailAbi, marketAbi, prepaidRailAbi, testYenAbi } from "@ryugu/contracts";
import { type ErrorDescription, Interface, isCallException, isError } from "ethers";
import { RyuguError } from "../errors/index.ts";
import { MarketRefusedError, MarketUnavailableError } from "./errors.ts";

/** The errors of tokens that a sale runs into: ERC-6093. */
const TOKEN_ERRORS = [
  "error ERC721NonexistentToken(uint256 tokenId)",
  "error ERC721IncorrectOwner(address sender, uint256 tokenId, address owner)",
  "error ERC721InsufficientApproval(address operator, uint256 tokenId)",
  "error ERC1155InsufficientBalance(address sender, uint256 balance, uint256 needed, uint256 tokenId)",
  "error ERC1155MissingApprovalForAll(address operator, address owner)",
  "error ERC1155InvalidReceiver(address receiver)",
  "error CallerNotMarket(address caller)",
  "error VoucherNotSigned(address signer)",
];

const KNOWN = /* @__PURE__ */ (() => {
  const errors = [marketAbi, erc20RailAbi, prepaidRailAbi, testYenAbi].map((abi) =>
    abi.filter(({ type }) => type === "error"),
  );
  return [...errors, TOKEN_ERRORS].map((abi) => new Interface(abi));
})();

/** Names the error in a sale's revert data: `OrderNotOpen(0x…, 3)`; the data itself where it is unknown. */
export function describeSaleRevert(data: string): string {
  const found = parse(data);
  if (found !== undefined) return `${found.name}(${found.args.map(String).join(", ")})`;
  return data === "0x" ? "no reason given" : data.slice(0, 138);
}

/** A stranger's contract chooses the data: it may be too short, or not decode to what it names. */
function parse(data: string): ErrorDescription | undefined {
  for (const known of KNOWN) {
    try {
      const found = known.parseError(data);
      // Decoding is lazy: an argument that is not there throws only when it is read.
      if (found !== null && found.args.map(String).length >= 0) return found;
    } catch {
      // Not what its selector says.
    }
  }
  return undefined;
}

/** Turns whatever ethers throws for a transaction into a typed error; passes on what is typed already. */
export function asMarketError(error: unknown, what: string): unknown {
  if (error instanceof RyuguError || isError(error, "ACTION_REJECTED")) return error;
  if (isCallException(error)) {
    const data = error.data ?? "0x";
    return new MarketRefusedError(parse(data)?.name, `${what} was refused by the chain.`, {
      cause: error,
      details: [`Reason: ${describeSaleRevert(data)}`],
    });
  }
  if (isError(error, "INSUFFICIENT_FUNDS")) {
    return new MarketRefusedError(undefined, "The signer cannot pay for the transaction's gas.", {
      cause: error,
    });
  }
  const isOutage = isError(error, "NETWORK_ERROR") || isError(error, "TIMEOUT");
  if (isOutage || isError(error, "SERVER_ERROR")) {
    return new MarketUnavailableError("The market's chain could not be asked.", { cause: error });
  }
  return error;
}
