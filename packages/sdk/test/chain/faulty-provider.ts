import { type JsonRpcPayload, JsonRpcProvider, type JsonRpcResult } from "ethers";

/** Where a connection breaks: before the chain hears the request, or after, so that only its answer is lost. */
export type Fault = "before" | "after" | undefined;

/** A real connection that breaks when it is told to. */
export class FaultyProvider extends JsonRpcProvider {
  /** Asked for every request. */
  faultOf: (method: string) => Fault = () => undefined;

  constructor(url: string, chain: number) {
    super(url, chain, {
      staticNetwork: true,
      cacheTimeout: -1,
      pollingInterval: 20,
      batchMaxCount: 1,
    });
  }

  override async _send(payload: JsonRpcPayload | JsonRpcPayload[]): Promise<JsonRpcResult[]> {
    const fault = [payload]
      .flat()
      .map(({ method }) => this.faultOf(method))
      .find(Boolean);
    if (fault === "before") throw broken();
    const results = await super._send(payload);
    if (fault === "after") throw broken();
    return results;
  }
}

function broken(): Error {
  return Object.assign(new Error("socket hang up"), { code: "ECONNRESET" });
}
