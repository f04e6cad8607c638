import type { Bytes32, ChainId, Hex } from "@ryugu/sdk/primitives";
import type { Call, Submitter } from "../../src/ports/submitter.ts";
import { accountOf, word } from "./messages.ts";

interface Sent {
  nonce: number;
  hash: Bytes32;
  call: Call;
}

/** Carries a call out, or only sees whether it would revert. */
type Run = (call: Call, isEstimate: boolean) => void;

/** One chain of the model, with one account that pays on it. */
export class PayingChain {
  readonly chain: ChainId;
  latest = 1;
  readonly pending: Sent[] = [];
  readonly mined: { hash: Bytes32; block: number; reverted: boolean }[] = [];
  readonly #run: Run;
  #nonce = 0;

  constructor(chain: ChainId, run: Run) {
    this.chain = chain;
    this.#run = run;
  }

  mine(): void {
    this.latest += 1;
    for (const { nonce, hash, call } of this.pending.splice(0)) {
      if (nonce !== this.#nonce) continue;
      this.#nonce += 1;
      let reverted = false;
      try {
        this.#run(call, false);
      } catch {
        reverted = true;
      }
      this.mined.push({ hash, block: this.latest, reverted });
    }
  }

  submitter(now: () => number): Submitter {
    return {
      chain: this.chain,
      account: accountOf("payer"),
      nextNonce: async () => this.#nonce,
      marketFee: async () => 1n,
      estimate: async (call) => {
        this.#run(call, true);
        return 100_000n;
      },
      sign: async ({ to, data, nonce, maxFee, value }) => {
        const hash = word(`${this.chain}/${nonce}/${data}/${maxFee}`);
        const text = JSON.stringify({ nonce, hash, call: { to, data }, value: `${value ?? 0n}` });
        const raw = `0x${Buffer.from(text).toString("hex")}` as Hex;
        return { hash, raw, maxFee, time: now() };
      },
      broadcast: async (raw) => {
        const tx = JSON.parse(`${Buffer.from(raw.slice(2), "hex")}`) as Sent & { value: string };
        if (tx.nonce < this.#nonce || this.pending.some(({ hash }) => hash === tx.hash)) return;
        this.pending.push({ ...tx, call: { ...tx.call, value: BigInt(tx.value) } });
      },
      inclusion: async (hash) => {
        const found = this.mined.find((one) => one.hash === hash);
        return found && { block: found.block, cost: 1n, reverted: found.reverted };
      },
      balance: async () => 10n ** 18n,
    };
  }
}
