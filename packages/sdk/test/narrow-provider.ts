import { type JsonRpcPayload, JsonRpcProvider, type JsonRpcResult } from "ethers";

interface Filter {
  fromBlock: string;
  toBlock: string;
}

/** A real endpoint that looks for logs through no more than so many blocks at once, as many providers' do. */
export class NarrowProvider extends JsonRpcProvider {
  /** How many questions it has refused. */
  refused = 0;
  readonly #blocks: number;

  constructor(url: string, chain: number, blocks: number) {
    super(url, chain, { staticNetwork: true, batchMaxCount: 1, cacheTimeout: -1 });
    this.#blocks = blocks;
  }

  override async _send(payload: JsonRpcPayload | JsonRpcPayload[]): Promise<JsonRpcResult[]> {
    const [asked] = [payload].flat();
    if (asked?.method !== "eth_getLogs") return super._send(payload);
    const [{ fromBlock, toBlock }] = asked.params as unknown as [Filter];
    const to = toBlock === "latest" ? await this.#newest() : Number(toBlock);
    if (to - Number(fromBlock) < this.#blocks) return super._send(payload);
    this.refused++;
    const error = { code: -32_005, message: `block range is limited to ${this.#blocks} blocks` };
    return [{ id: asked.id, error } as never];
  }

  async #newest(): Promise<number> {
    return Number(await this.send("eth_blockNumber", []));
  }
}
