import { Interface } from "ethers";
import { readJson, sendJson, startTestServer, type TestServer } from "./http.ts";

const METADATA = new Interface(["function tokenURI(uint256 id) view returns (string)"]);

/** Starts a chain's RPC endpoint that knows one thing: tokens' URIs. */
export function startRpcNode(tokenUri: (id: bigint) => string | undefined): Promise<TestServer> {
  return startTestServer((request, response) => {
    void readJson(request).then((body) => {
      const { id, params } = body as { id: number; params: [{ data: string }] };
      const [token] = METADATA.decodeFunctionData("tokenURI", params[0].data);
      const uri = tokenUri(token as bigint);
      if (uri === undefined) {
        return sendJson(response, {
          jsonrpc: "2.0",
          id,
          error: { code: 3, message: "execution reverted" },
        });
      }
      const result = METADATA.encodeFunctionResult("tokenURI", [uri]);
      return sendJson(response, { jsonrpc: "2.0", id, result });
    });
  });
}
