import type { Address, Bytes32, Hex } from "@ryugu/sdk/primitives";
import type { TransferProgress } from "@ryugu/sdk/transfer";
import type { Ask } from "./ask.ts";

/** One ask that was sent, and how it goes on. */
export interface Crossing {
  ask: Ask;
  messageId: Bytes32;
  transaction: string;
  /** As following tells it; undefined until somebody has heard of it. */
  progress?: TransferProgress;
  /** How it ended: undefined while it is under way, `undone` where a reorg took the sending back. */
  ending?: "delivered" | "returned" | "undone";
  /** Who took it in another's place while it was parked. */
  redirectedTo?: Address;
  /** Ends the following. */
  abandon: AbortController;
}

/** Everything that was asked and sent in a run. */
export class Book {
  /** Of everything ever asked, also what was refused, or never answered. */
  readonly asks = new Map<Hex, Ask>();
  readonly crossings: Crossing[] = [];
  /** References of asks that are being sent just now. */
  readonly sending = new Set<Hex>();
  /** What people did by themselves, where it was taken. */
  readonly selfHelp = { claimed: 0, retried: 0, redirected: 0 };
  /** Asks that a chain or the SDK refused, by the error's code. */
  readonly refusals = new Map<string, number>();

  get underWay(): Crossing[] {
    return this.crossings.filter(({ ending }) => ending === undefined);
  }

  /** Crossings that stand. */
  get standing(): number {
    return this.crossings.filter(({ ending }) => ending !== "undone").length;
  }

  refuse(error: unknown): void {
    const code =
      typeof error === "object" && error !== null && "code" in error ? String(error.code) : "other";
    this.refusals.set(code, (this.refusals.get(code) ?? 0) + 1);
  }
}
