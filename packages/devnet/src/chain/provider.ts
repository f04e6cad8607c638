import { JsonRpcProvider } from "ethers";

/** Blocks come every second; ethers' four seconds between two looks would be felt. In milliseconds. */
const POLLING_INTERVAL = 200;

/** An ethers provider for a local chain. Who makes one destroys it. */
export function localProvider(url: string, number: number): JsonRpcProvider {
  return new JsonRpcProvider(url, number, {
    staticNetwork: true,
    pollingInterval: POLLING_INTERVAL,
    batchMaxCount: 1,
    // Answers that are a quarter of a second old confuse whoever counts nonces and blocks.
    cacheTimeout: -1,
  });
}
