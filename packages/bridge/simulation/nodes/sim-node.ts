import { verifyAttestation } from "@ryugu/sdk/lane";
import { zoneLanes } from "@ryugu/sdk/zone";
import type { NodeConfig } from "../../src/config/schema.ts";
import { laneRoute } from "../../src/domain/lane.ts";
import { httpExchange } from "../../src/exchange/http-exchange.ts";
import { createIntake } from "../../src/exchange/intake.ts";
import type { SharedParts } from "../../src/main/parts.ts";
import { attestTasks } from "../../src/main/roles/attest.ts";
import { auditRole } from "../../src/main/roles/audit.ts";
import { followTasks } from "../../src/main/roles/follow.ts";
import { observeTasks } from "../../src/main/roles/observe.ts";
import { relayTasks } from "../../src/main/roles/relay.ts";
import { type RunningTask, superviseTask } from "../../src/main/task.ts";
import type { Clock } from "../../src/ports/clock.ts";
import type { NodeEvent } from "../../src/ports/report.ts";
import type { Store, StoreTopic } from "../../src/ports/store.ts";
import { sqliteStore } from "../../src/store/sqlite/store.ts";
import { holdZone } from "../../src/zone/held-zone.ts";
import type { SimEndpoint } from "../chains/endpoint.ts";
import { START } from "../chains/stage.ts";
import { between, chanceFor, type Random } from "../world/chance.ts";
import { ZONE } from "../world/zone.ts";
import { Disk, storeOn } from "./disk.ts";
import { eventText, shortText } from "./event-text.ts";
import { relayerOf, signerOf } from "./keys.ts";
import type { Life } from "./life.ts";
import { Lifeline } from "./lifeline.ts";
import { configOf, partnerOf, peersOf } from "./partner.ts";
import { endpointsOf, openChains } from "./reach-chains.ts";
import { servePeers } from "./serve.ts";
import type { Surroundings } from "./surroundings.ts";

/** How long it takes at most until a task hears of what was written, in milliseconds. */
const WAKING = 800;
/** How long it takes until somebody starts a node that ended, in milliseconds. */
const RESTART = { least: 300, most: 6_000 };

/** What says nothing about what went wrong. */
const ROUTINE: ReadonlySet<NodeEvent["type"]> = new Set([
  ...(["chain-advanced", "tick-ended", "relayer-balance"] as const),
]);

const LANES = zoneLanes(ZONE).map(laneRoute);

/** One partner's node: the real roles on a real store, in surroundings that are not. */
export class SimNode {
  readonly index: number;
  readonly disk = new Disk();
  readonly endpoints: readonly (readonly SimEndpoint[])[];
  /** How much this node's clock is ahead, in milliseconds. */
  skew = 0;
  readonly #around: Surroundings;
  readonly #config: Readonly<NodeConfig>;
  readonly #random: Random;
  #restUntil = 0;
  #lifeline: Lifeline | undefined;
  #store: Store | undefined;

  constructor(around: Surroundings, index: number, maxBlockRange: number) {
    this.#around = around;
    this.index = index;
    this.#config = configOf(index, maxBlockRange);
    this.#random = chanceFor(around.seed, this.name);
    this.endpoints = endpointsOf(around, index);
  }

  get isRunning(): boolean {
    return this.#lifeline !== undefined;
  }

  get name(): string {
    return `node ${this.index}`;
  }

  /** What the node keeps, for whoever judges; undefined while it is down. */
  get store(): Store | undefined {
    return this.#store;
  }

  /** The life that the node has now, for whoever ends it. */
  get lifeline(): Lifeline | undefined {
    return this.#lifeline;
  }

  /** Starts a process on the node's disk. */
  start(): void {
    if (this.#lifeline !== undefined) return;
    const lifeline = new Lifeline((where) => this.#ended(where));
    this.#lifeline = lifeline;
    this.#around.trace.note(`${this.name} starts`);
    void this.#boot(lifeline);
  }

  /** Ends the process. */
  kill(where = "anywhere"): void {
    this.#lifeline?.end(where);
  }

  /** Nobody starts the node again before this moment. */
  rest(until: number): void {
    this.#restUntil = until;
  }

  #ended(where: string): void {
    const { time, trace, network } = this.#around;
    trace.note(`${this.name} ends ${where}`);
    network.listen(this.index, undefined);
    this.#lifeline = undefined;
    void this.#store?.close();
    this.#store = undefined;
    const pause = between(this.#random, RESTART.least, RESTART.most);
    time.after(pause, () => {
      const wait = this.#restUntil - time.now;
      if (wait <= 0) this.start();
      else time.after(wait, () => this.start());
    });
  }

  /** A process that cannot begin ends with an error; whoever watches it starts it again. */
  async #boot(lifeline: Lifeline): Promise<void> {
    try {
      const clock = this.#clock(lifeline);
      const sound = await sqliteStore({ path: this.disk.path, clock });
      const opened: Store = { ...sound, ...this.#around.plant.store?.(sound) };
      if (!lifeline.isAlive) return void opened.close();
      this.#store = opened;
      const store = lifeline.guard("store", storeOn(this.disk, opened));
      await store.addLanes(LANES);
      this.#run(lifeline, clock, store);
    } catch (error) {
      lifeline.end(`at its start: ${shortText(error)}`);
    }
  }

  #run(lifeline: Lifeline, clock: Clock, store: Store): void {
    const { trace, network, onReport } = this.#around;
    const life: Life = { around: this.#around, lifeline, node: this };
    const report = (event: NodeEvent) => {
      if (!lifeline.isAlive) return;
      if (!ROUTINE.has(event.type)) trace.note(`${this.name} ${eventText(event)}`);
      onReport(this.index, event);
    };
    const view = holdZone(ZONE);
    const { intake, exchange } = this.#meetPeers(life, { view, store, clock, report });
    const parts: SharedParts = {
      config: this.#config,
      view,
      source: { read: async () => undefined },
      partner: partnerOf(this.index),
      signer: signerOf(life),
      relayer: relayerOf(life),
      webhooks: [],
      traces: undefined,
      store,
      clock,
      report,
      intake,
      exchange,
      chains: openChains(life, clock, report),
    };
    network.listen(this.index, servePeers(intake, store));
    const tasks = [
      ...followTasks(parts),
      ...observeTasks(parts),
      ...attestTasks(parts),
      ...relayTasks(parts),
      ...auditRole(parts).tasks,
    ];
    const { signal } = new AbortController();
    const running = tasks.map((task) => superviseTask(task, clock, report, signal));
    this.#wakeLater(lifeline, running);
  }

  /** Takes and gives attestations over the simulated network. */
  #meetPeers(
    { around, lifeline }: Life,
    parts: Pick<SharedParts, "view" | "store" | "clock" | "report">,
  ): Pick<SharedParts, "intake" | "exchange"> {
    const { view, store, clock, report } = parts;
    const { network, signatures } = around;
    const intake = createIntake({
      ...{ store, report, zoneId: ZONE.id, council: view, hasLane: view.hasLane },
      prove: (zoneId, set, attestation) => {
        if (!signatures.isKnown(attestation)) verifyAttestation(zoneId, set, attestation);
      },
    });
    const transport = network.transportOf(this.index);
    const { peerTimeoutMs, peerIntervalMs } = this.#config.tuning;
    const exchange = httpExchange({
      ...{ intake, clock, report, timeout: peerTimeoutMs, silence: peerIntervalMs * 3 },
      peers: () => peersOf(this.index),
      transport: (request) => lifeline.call("peer", () => transport(request)),
    });
    return { intake, exchange };
  }

  /** What is written wakes tasks a little later and all at once, as it does where roles are processes. */
  #wakeLater(lifeline: Lifeline, running: readonly RunningTask[]): void {
    const topics = new Set<StoreTopic>();
    const wake = () => {
      for (const task of lifeline.isAlive ? running : [])
        for (const topic of topics) task.wake(topic);
      topics.clear();
    };
    this.#store?.watch((topic) => {
      if (topics.size === 0) this.#around.time.after(between(this.#random, 1, WAKING), wake);
      topics.add(topic);
    });
  }

  #clock(lifeline: Lifeline): Clock {
    const { time } = this.#around;
    return {
      now: () => START * 1_000 + time.now + this.skew,
      sleep: async (milliseconds, signal) => {
        await time.sleep(milliseconds, signal);
        if (!lifeline.isAlive) await new Promise(() => undefined);
      },
    };
  }
}
