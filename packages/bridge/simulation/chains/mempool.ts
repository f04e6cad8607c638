import type { Address } from "@ryugu/sdk/primitives";
import type { SimTransaction } from "./block.ts";
import { RpcRefusal } from "./refusal.ts";

/** A chain's waiting transactions, with what real ones do: one per nonce, replaced by a fee a tenth higher. */
export class Mempool {
  readonly #waiting = new Map<Address, Map<number, SimTransaction>>();

  /** @throws RpcRefusal */
  add(transaction: SimTransaction, nextNonce: number): void {
    const { from, nonce, hash, maxFee } = transaction;
    if (nonce < nextNonce) throw new RpcRefusal("nonce too low");
    const own = this.#waiting.get(from) ?? new Map<number, SimTransaction>();
    const standing = own.get(nonce);
    if (standing?.hash === hash) throw new RpcRefusal("already known");
    if (standing !== undefined && maxFee < standing.maxFee + standing.maxFee / 10n)
      throw new RpcRefusal("replacement transaction underpriced");
    own.set(nonce, transaction);
    this.#waiting.set(from, own);
  }

  /** Takes what can be mined now, by account and nonce. */
  take(baseFee: bigint, nextNonce: (from: Address) => number): SimTransaction[] {
    const taken: SimTransaction[] = [];
    for (const [from, own] of this.#waiting) {
      for (let nonce = nextNonce(from); ; nonce++) {
        const transaction = own.get(nonce);
        if (transaction === undefined || transaction.maxFee < baseFee) break;
        own.delete(nonce);
        taken.push(transaction);
      }
      for (const nonce of own.keys()) if (nonce < nextNonce(from)) own.delete(nonce);
    }
    return taken;
  }

  /** Forgets everything, as a node that restarts. */
  clear(): number {
    let count = 0;
    for (const own of this.#waiting.values()) {
      count += own.size;
      own.clear();
    }
    return count;
  }
}
