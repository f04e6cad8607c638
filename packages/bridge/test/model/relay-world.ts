import type { Attestation, Checkpoint } from "@ryugu/sdk/lane";
import { expect } from "vitest";
import { createObserver } from "../../src/observer/observer.ts";
import type { NodeEvent } from "../../src/ports/report.ts";
import type { Store } from "../../src/ports/store.ts";
import type { RelayerContext } from "../../src/relayer/context.ts";
import { createRelayer } from "../../src/relayer/relayer.ts";
import { sqliteStore } from "../../src/store/sqlite/store.ts";
import { attest, councilOf, SET } from "./attestations.ts";
import { ModelChain } from "./chain.ts";
import { ROUTE, sentMessages } from "./lane.ts";
import { AWAY, HOME, word } from "./messages.ts";
import { ModelMempool } from "./submitter.ts";

const tuning = { batchGas: 1_300_000, batchAge: 0, takeoverDelay: 4_000, bumpAfter: 3_000 };
const { laneId } = ROUTE;

/** Signing is slow and always gives the same: each place is signed once for all tests. */
const signed = new Map<number, Promise<Attestation[]>>();
function quorumOf(place: Checkpoint): Promise<Attestation[]> {
  const known = signed.get(place.sequence) ?? Promise.all([0, 1, 2].map((n) => attest(n, place)));
  signed.set(place.sequence, known);
  return known;
}

/** The destination chain, its transactions, and a clock that only moves when it is told to. */
export class RelayWorld {
  time = 1_000_000;
  readonly chain = new ModelChain(AWAY, 2);
  readonly mempool = new ModelMempool(this.chain, () => this.time);
  readonly events: NodeEvent[] = [];
  readonly clock = { now: () => this.time, sleep: async () => undefined };

  /** A node's store that has read the origin: all messages final and attested by a quorum. */
  async store(count: number): Promise<Store> {
    const store = await sqliteStore({ path: ":memory:", clock: this.clock });
    await store.addLanes([ROUTE]);
    await store.setValidators(AWAY, SET);
    const messages = sentMessages(
      laneId,
      Array.from({ length: count }, (_, i) => 1 + Math.floor(i / 3)),
    );
    const through = { number: 1_000, hash: word("origin") };
    await store.begin({
      chain: HOME,
      final: { number: 0, hash: word("0") },
      seen: { number: 0, hash: word("0") },
      latest: { ...through, time: 0 },
    });
    await store.record({
      chain: HOME,
      latest: { ...through, time: 0 },
      scanned: { finality: "final", through, messages, arrivals: [] },
    });
    const places = await store.unsigned(laneId, 0, 1_000);
    await store.addAttestations((await Promise.all(places.map(quorumOf))).flat());
    return store;
  }

  relayer(n: number, store: Store, change: Partial<RelayerContext> = {}) {
    const reader = this.chain.reader();
    const self = SET.validators[n];
    if (self === undefined) throw new Error("no such relayer");
    const { clock } = this;
    const report = (event: NodeEvent) => this.events.push(event);
    return createRelayer({
      reader,
      store,
      clock,
      report,
      tuning,
      self,
      council: councilOf(SET),
      submitter: this.mempool.submitter(`relayer ${n}`),
      exchange: { isAnswering: () => true },
      ...change,
    });
  }

  observer(store: Store) {
    return createObserver({
      reader: this.chain.reader(),
      store,
      clock: this.clock,
      report: () => undefined,
      finality: { kind: "tag" },
      startBlock: 1,
      maxRange: 100,
    });
  }

  types(): string[] {
    return this.events.map(({ type }) => type);
  }

  /** Time goes by until the relayer has sent its one transaction. */
  async untilPending(relayer: { tick(): Promise<boolean> }): Promise<void> {
    for (let i = 0; i < 10 && this.mempool.pending.length === 0; i++) {
      await relayer.tick();
      this.time += 4_000;
    }
    expect(this.mempool.pending).toHaveLength(1);
  }
}
