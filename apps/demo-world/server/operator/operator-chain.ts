import { FetchRequest, JsonRpcProvider, Network, type TransactionReceipt } from "ethers";

/** A person waits for the answer, in milliseconds. */
const TIMEOUT = 6_000;
/** How often a transaction is looked for, in milliseconds. */
const POLLING_INTERVAL = 250;

/**
 * The operator's provider. It finds a transaction's receipt also under the hash that it got when its fee was
 * raised, so that whoever waits for the first hash sees the end.
 */
export class OperatorChain extends JsonRpcProvider {
  readonly #later = new Map<string, string>();

  constructor(rpcUrl: string, number: number) {
    const request = new FetchRequest(rpcUrl);
    request.timeout = TIMEOUT;
    // One try: ethers would repeat an answer of 429 for minutes.
    request.setThrottleParams({ maxAttempts: 1 });
    super(request, Network.from(number), {
      staticNetwork: true,
      batchMaxCount: 1,
      pollingInterval: POLLING_INTERVAL,
      // Answers that are a quarter of a second old confuse whoever counts nonces.
      cacheTimeout: -1,
    });
  }

  /** Remembers under which hash a transaction is now. */
  renamed(from: string, to: string): void {
    this.#later.set(from, to);
  }

  override async getTransactionReceipt(hash: string): Promise<TransactionReceipt | null> {
    for (let name: string | undefined = hash; name !== undefined; name = this.#later.get(name)) {
      const receipt = await super.getTransactionReceipt(name);
      if (receipt !== null) return receipt;
    }
    return null;
  }
}
