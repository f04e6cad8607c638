import { gatewayAbi } from "@ryugu/contracts";
import type { Bytes32, Hex } from "@ryugu/sdk/primitives";
import { Interface } from "ethers";
import { CallRevertedError } from "../../src/domain/errors.ts";
import type { Submitter } from "../../src/ports/submitter.ts";
import type { ModelChain } from "./chain.ts";
import { accountOf, word } from "./messages.ts";

const gateway = new Interface(gatewayAbi);

interface Pending {
  from: string;
  nonce: number;
  maxFee: bigint;
  hash: Bytes32;
  data: Hex;
}

/** The pool of a model chain's transactions, with what real ones do: one per nonce, replaced by fee. */
export class ModelMempool {
  readonly chain: ModelChain;
  readonly pending: Pending[] = [];
  /** Every transaction that was mined, with what it delivered: paid for, useful or not. */
  readonly mined: { hash: Bytes32; from: string; block: number; delivered: number }[] = [];
  readonly #nonces = new Map<string, number>();
  readonly now: () => number;
  market = 100n;
  /** Transactions under this fee are not mined. */
  floor = 0n;

  constructor(chain: ModelChain, now: () => number) {
    this.chain = chain;
    this.now = now;
  }

  nonceOf(from: string): number {
    return this.#nonces.get(from) ?? 0;
  }

  /** After a fork that lacks what was mined. */
  forgetNonces(): void {
    this.#nonces.clear();
  }

  /** Mines a block with everything that can be. */
  mine(): void {
    this.chain.mine();
    const ready = this.pending
      .filter(({ maxFee }) => maxFee >= this.floor)
      .sort((a, b) => a.nonce - b.nonce);
    for (const tx of ready) {
      if (tx.nonce !== this.nonceOf(tx.from)) continue;
      this.#nonces.set(tx.from, tx.nonce + 1);
      this.pending.splice(this.pending.indexOf(tx), 1);
      this.mined.push({
        hash: tx.hash,
        from: tx.from,
        block: this.chain.latest,
        delivered: this.#execute(tx.data),
      });
    }
  }

  #execute(data: Hex): number {
    if (data === "0x") return 0;
    const { laneId, first, last } = decode(data);
    const before = this.chain.delivered(laneId);
    if (first > before + 1 || last <= before) return 0;
    this.chain.append({ type: "deliver", laneId, first: before + 1, last });
    return last - before;
  }

  add(tx: Pending): void {
    const same = this.pending.findIndex(
      ({ from, nonce }) => from === tx.from && nonce === tx.nonce,
    );
    const known = this.pending[same];
    if (known?.hash === tx.hash || tx.nonce < this.nonceOf(tx.from)) return;
    if (known !== undefined && tx.maxFee < known.maxFee + known.maxFee / 10n)
      throw new CallRevertedError("replacement transaction underpriced");
    if (same >= 0) this.pending.splice(same, 1);
    this.pending.push(tx);
  }

  /** The account of one relayer. */
  submitter(name: string): Submitter {
    const account = accountOf(name);
    return {
      chain: this.chain.chain,
      account,
      nextNonce: async () => this.nonceOf(account),
      marketFee: async () => this.market,
      estimate: async ({ data }) => {
        const { laneId, first, last } = decode(data);
        const before = this.chain.delivered(laneId);
        if (first > before + 1 || last <= before)
          throw new CallRevertedError("The call would revert.");
        return 1_000_000n;
      },
      sign: async ({ data, nonce, maxFee }) => {
        const hash = word(`${account}/${nonce}/${maxFee}/${data}`);
        const raw =
          `0x${Buffer.from(JSON.stringify({ from: account, nonce, maxFee: `${maxFee}`, hash, data })).toString("hex")}` as Hex;
        return { hash, raw, maxFee, time: this.now() };
      },
      broadcast: async (raw) => {
        const tx = JSON.parse(Buffer.from(raw.slice(2), "hex").toString()) as Omit<
          Pending,
          "maxFee"
        > & { maxFee: string };
        this.add({ ...tx, maxFee: BigInt(tx.maxFee) });
      },
      inclusion: async (hash) => {
        const tx = this.mined.find((mined) => mined.hash === hash);
        return tx === undefined ? undefined : { block: tx.block, cost: 1_000_000n * this.market };
      },
      balance: async () => 10n ** 18n,
    };
  }
}

function decode(data: Hex): { laneId: Bytes32; first: number; last: number } {
  const [laneId, first, messages] = gateway.decodeFunctionData("deliver", data);
  return { laneId, first: Number(first), last: Number(first) + messages.length - 1 };
}
