import { Interface } from "ethers";
import type { TokenReference } from "../sim/item.ts";
import { askJson } from "./ask.ts";
import { NodeUnavailableError } from "./errors.ts";

const ERC721_METADATA = new Interface(["function tokenURI(uint256 id) view returns (string)"]);
const MAX_ANSWER = 64_000;

/**
 * Asks a token's home contract for its metadata's URI, at one RPC endpoint after another.
 *
 * @throws NodeUnavailableError when no endpoint answers with a URI
 */
export async function askTokenUri(
  { contract, id }: TokenReference,
  rpcUrls: readonly string[],
  signal: AbortSignal,
): Promise<string> {
  const data = ERC721_METADATA.encodeFunctionData("tokenURI", [id]);
  const params = [{ to: contract, data }, "latest"];
  const body = { jsonrpc: "2.0", id: 1, method: "eth_call", params };
  let failure: unknown;
  for (const url of rpcUrls) {
    try {
      const answer = await askJson(url, { signal, body, maxBytes: MAX_ANSWER });
      const result = (answer as { result?: unknown } | null)?.result;
      if (typeof result !== "string") throw new NodeUnavailableError("It answered no result.");
      return String(ERC721_METADATA.decodeFunctionResult("tokenURI", result)[0]);
    } catch (error) {
      signal.throwIfAborted();
      failure = error;
    }
  }
  throw new NodeUnavailableError("The token's home chain did not tell its URI.", {
    cause: failure,
  });
}
