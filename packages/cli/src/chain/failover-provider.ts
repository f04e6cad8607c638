import type { ZoneChain } from "@ryugu/sdk/zone";
import {
  FetchRequest,
  type JsonRpcPayload,
  JsonRpcProvider,
  type JsonRpcResult,
  Network,
} from "ethers";
import { ChainUnavailableError } from "../errors.ts";

/** How long one endpoint may take, and how often a receipt is asked for, in milliseconds. */
const TIMEOUT = 10_000;
const POLLING = 500;

/** What is needed to reach a chain. */
export type ConnectedChain = Pick<ZoneChain, "id" | "name" | "rpcUrls">;

/** A provider over all RPC endpoints of a chain: asks the one that answered last, else the next. */
export class FailoverProvider extends JsonRpcProvider {
  readonly #chain: ConnectedChain;
  #preferred = 0;

  constructor(chain: ConnectedChain) {
    const network = new Network(chain.name, BigInt(chain.id.slice("eip155:".length)));
    super(chain.rpcUrls[0], network, {
      staticNetwork: network,
      pollingInterval: POLLING,
      // Two transactions in a row must not be given one nonce by an answer that was kept.
      cacheTimeout: -1,
    });
    this.#chain = chain;
  }

  override async _send(payload: JsonRpcPayload | JsonRpcPayload[]): Promise<JsonRpcResult[]> {
    const { rpcUrls, name, id } = this.#chain;
    const failures: string[] = [];
    for (let i = 0; i < rpcUrls.length; i++) {
      const index = (this.#preferred + i) % rpcUrls.length;
      const url = rpcUrls[index] ?? "";
      try {
        const answer = await post(url, payload);
        this.#preferred = index;
        return answer;
      } catch (error) {
        failures.push(`${endpointName(url)}: ${reasonOf(error)}`);
      }
    }
    throw new ChainUnavailableError(`No RPC endpoint of ${name} (${id}) answered.`, {
      details: failures,
    });
  }
}

/** An endpoint's address as it may be shown: paths and queries of RPC providers often hold a key. */
export function endpointName(url: string): string {
  return URL.parse(url)?.origin ?? "an endpoint";
}

async function post(url: string, payload: JsonRpcPayload | JsonRpcPayload[]) {
  const request = new FetchRequest(url);
  request.timeout = TIMEOUT;
  request.setThrottleParams({ maxAttempts: 2 });
  request.setHeader("content-type", "application/json");
  request.body = JSON.stringify(payload);
  const response = await request.send();
  response.assertOk();
  const answer: JsonRpcResult | JsonRpcResult[] = response.bodyJson;
  return Array.isArray(answer) ? answer : [answer];
}

function reasonOf(error: unknown): string {
  const { code, shortMessage, message } = error as Partial<Record<string, string>>;
  return String(code ?? shortMessage ?? message ?? error);
}
