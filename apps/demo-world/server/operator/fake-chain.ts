import { hexlify, keccak256, toUtf8Bytes, toUtf8String } from "ethers";
import type { OperatorChain } from "./operator-chain.ts";

/** A transaction as the fake signs and mines it. */
export interface FakeTransaction {
  nonce: number;
  to: string;
  value: string;
  maxFeePerGas: string;
}

/** A chain in memory, for tests: it mines when told to, and can forget, refuse and be unreachable. */
export class FakeChain {
  /** What is in blocks, by nonce. */
  mined: string[] = [];
  pool = new Map<number, string>();
  isAway = false;
  /** What the operator has. */
  balance = 10n ** 18n;
  /** Who offers less is left waiting. */
  floor = 1n;
  /** What reverts, by recipient. */
  readonly reverting = new Set<string>();

  /** Signs by writing down. */
  readonly sign = async (transaction: object) =>
    hexlify(
      toUtf8Bytes(
        JSON.stringify(transaction, (_, value) =>
          typeof value === "bigint" ? String(value) : value,
        ),
      ),
    );

  static read = (raw: string): FakeTransaction => JSON.parse(toUtf8String(raw));

  /** Takes what waits and pays enough, in order. */
  mine(): void {
    for (let raw = this.#next(); raw !== undefined; raw = this.#next()) {
      this.pool.delete(this.mined.length);
      this.mined.push(raw);
    }
  }

  /** Forgets its newest blocks and everything that waits, as a killed chain does. */
  goBack(count: number): void {
    this.mined.splice(Math.max(0, this.mined.length - count));
    this.pool.clear();
  }

  #next(): string | undefined {
    const raw = this.pool.get(this.mined.length);
    if (raw === undefined || BigInt(FakeChain.read(raw).maxFeePerGas) < this.floor)
      return undefined;
    return raw;
  }

  /** As the operator sees it. */
  get link(): OperatorChain {
    const reach =
      <T>(value: () => T) =>
      async () => {
        if (this.isAway) throw Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
        return value();
      };
    const fee = { gasPrice: 1n, maxFeePerGas: 2n, maxPriorityFeePerGas: 1n };
    const link = {
      estimateGas: reach(() => 21_000n),
      getFeeData: reach(() => fee),
      getTransactionCount: reach(() => this.mined.length),
      getBalance: reach(() => this.balance),
      getNetwork: async () => ({ chainId: 1n }),
      send: async (_: string, [raw]: [string]) => {
        await reach(() => undefined)();
        const { nonce } = FakeChain.read(raw);
        if (nonce >= this.mined.length) this.pool.set(nonce, raw);
        return keccak256(raw);
      },
      getTransaction: async (hash: string) => {
        await reach(() => undefined)();
        const known = [...this.mined, ...this.pool.values()].find((raw) => keccak256(raw) === hash);
        return known === undefined ? null : { hash };
      },
      getTransactionReceipt: async (hash: string) => {
        await reach(() => undefined)();
        const raw = this.mined.find((one) => keccak256(one) === hash);
        if (raw === undefined) return null;
        return { hash, status: this.reverting.has(FakeChain.read(raw).to) ? 0 : 1 };
      },
      renamed: () => undefined,
      destroy: () => undefined,
    };
    return link as unknown as OperatorChain;
  }
}
