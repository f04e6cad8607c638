import type { Provider, TransactionReceipt } from "ethers";
import { ZoneDeployError } from "./errors.ts";

/** How long a transaction may wait to be mined, and an earlier run's to settle, in milliseconds. */
const MINED_WITHIN = 600_000;
const SETTLED_WITHIN = 60_000;
/** Between two looks: short at first, for chains that mine at once. */
const [FIRST_PAUSE, LONGEST_PAUSE] = [20, 1_000];

/**
 * Waits until a transaction is mined. Unlike ethers' own wait, it ends when the endpoint does not answer any more.
 *
 * @throws ZoneDeployError, and whatever the endpoint fails with
 */
export async function confirm(provider: Provider, hash: string): Promise<TransactionReceipt> {
  const until = Date.now() + MINED_WITHIN;
  for (let span = FIRST_PAUSE; Date.now() < until; span *= 2) {
    const receipt = await provider.getTransactionReceipt(hash);
    if (receipt?.status === 0) {
      throw new ZoneDeployError("not-made", "A transaction of the deployment reverted.", [hash]);
    }
    if (receipt !== null) return receipt;
    await pause(span);
  }
  throw new ZoneDeployError("not-mined", "The chain has not mined a transaction in 10 minutes.", [
    hash,
    "Run it again: it goes on where the chain is.",
  ]);
}

/** Waits for what an account has sent earlier, though not for ever: a fee may be too low. */
export async function settle(provider: Provider, account: string): Promise<void> {
  const until = Date.now() + SETTLED_WITHIN;
  for (let span = FIRST_PAUSE; Date.now() < until; span *= 2) {
    const [sent, mined] = await Promise.all([
      provider.getTransactionCount(account, "pending"),
      provider.getTransactionCount(account, "latest"),
    ]);
    if (sent <= mined) return;
    await pause(span);
  }
}

function pause(span: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.min(span, LONGEST_PAUSE)));
}
