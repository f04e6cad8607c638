import { type Checkpoint, verifyAttestation } from "@ryugu/sdk/lane";
import type { Hex } from "@ryugu/sdk/primitives";
import { zoneChain, zoneLanes } from "@ryugu/sdk/zone";
import { rpcChainReader } from "../../src/chain/chain-reader.ts";
import type { RpcRequest } from "../../src/chain/endpoint.ts";
import { endpointPool } from "../../src/chain/pool.ts";
import { type NodeConfig, nodeConfigSchema } from "../../src/config/schema.ts";
import { laneRoute } from "../../src/domain/lane.ts";
import { httpExchange } from "../../src/exchange/http-exchange.ts";
import { createIntake } from "../../src/exchange/intake.ts";
import type { OpenedChain, SharedParts } from "../../src/main/parts.ts";
import { attestTasks } from "../../src/main/roles/attest.ts";
import { followTasks } from "../../src/main/roles/follow.ts";
import { observeTasks } from "../../src/main/roles/observe.ts";
import { relayTasks } from "../../src/main/roles/relay.ts";
import { type RunningTask, superviseTask } from "../../src/main/task.ts";
import type { Clock } from "../../src/ports/clock.ts";
import type { NodeEvent } from "../../src/ports/report.ts";
import type { ValidatorSigner } from "../../src/ports/signer.ts";
import type { Store, StoreTopic } from "../../src/ports/store.ts";
import { StoreFullError } from "../../src/store/errors.ts";
import { sqliteStore } from "../../src/store/sqlite/store.ts";
import { holdZone } from "../../src/zone/held-zone.ts";
import type { SimTransaction } from "../chains/block.ts";
import { SimEndpoint } from "../chains/endpoint.ts";
import type { SimChain } from "../chains/sim-chain.ts";
import { START } from "../chains/stage.ts";
import type { Plant } from "../plant.ts";
import { between, chanceFor, type Random } from "../world/chance.ts";
import { type QuickKey, quickKey } from "../world/keys.ts";
import type { KnownSignatures } from "../world/signatures.ts";
import type { VirtualTime } from "../world/time.ts";
import type { Trace } from "../world/trace.ts";
import { nodeUrl, VALIDATORS, ZONE } from "../world/zone.ts";
import { Disk, READS } from "./disk.ts";
import { Lifeline } from "./lifeline.ts";
import type { Network } from "./network.ts";
import { RelayerKey } from "./relayer-key.ts";
import { servePeers } from "./serve.ts";

/** RPC endpoints that each node has of each chain, and how many of them must agree. */
const ENDPOINTS = 3;
const AGREEMENT = 2;
const RPC_TIMEOUT = 2_000;
/** After this long without an answer another endpoint is asked too. */
const PATIENCE = 500;

const TUNING = {
  pollIntervalMs: 3_000,
  rpcTimeoutMs: RPC_TIMEOUT,
  peerTimeoutMs: 1_500,
  peerIntervalMs: 15_000,
  takeoverDelayMs: 4_000,
  bumpAfterMs: 9_000,
};

/** How long it takes at most until a task hears of what was written, in milliseconds. */
const WAKING = 800;
/** How long it takes until somebody starts a node that ended, in milliseconds. */
const RESTART = { least: 300, most: 6_000 };

/** What says nothing about what went wrong. */
const ROUTINE: ReadonlySet<NodeEvent["type"]> = new Set([
  ...(["chain-advanced", "tick-ended", "relayer-balance"] as const),
]);

const RELAYERS = VALIDATORS.map((_, i) => quickKey(`relayer ${i + 1}`));

/** What all nodes of a simulation share. */
export interface Surroundings {
  seed: number;
  time: VirtualTime;
  trace: Trace;
  chains: readonly SimChain[];
  network: Network;
  signatures: KnownSignatures;
  /** Told before a signature leaves a node. */
  onSign: (node: number, checkpoint: Checkpoint) => void;
  /** Told before a transaction leaves a node. */
  onTransaction: (node: SimNode, chain: SimChain, transaction: SimTransaction) => void;
  plant: Plant;
}

/** One partner's node: the real roles on a real store, in surroundings that are not. */
export class SimNode {
  readonly index: number;
  readonly disk = new Disk();
  readonly endpoints: readonly (readonly SimEndpoint[])[];
  /** How much this node's clock is ahead, in milliseconds. */
  skew = 0;
  readonly #around: Surroundings;
  readonly #key: QuickKey;
  readonly #config: Readonly<NodeConfig>;
  readonly #random: Random;
  #restUntil = 0;
  #lifeline: Lifeline | undefined;
  #store: Store | undefined;

  constructor(around: Surroundings, index: number, maxBlockRange: number) {
    this.#around = around;
    this.index = index;
    const key = VALIDATORS[index];
    if (key === undefined) throw new RangeError(`There is no validator ${index}.`);
    this.#key = key;
    this.#config = configOf(index, maxBlockRange);
    this.#random = chanceFor(around.seed, this.name);
    const { seed, time, chains } = around;
    this.endpoints = chains.map((chain, c) =>
      Array.from({ length: ENDPOINTS }, (_, e) => {
        const name = `http://chain-${c}-${e}.node-${index}.simulation`;
        const random = chanceFor(seed, name);
        return new SimEndpoint(name, chain, { time, random, timeout: RPC_TIMEOUT });
      }),
    );
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
      const store = this.#guarded(lifeline, opened);
      await store.addLanes(zoneLanes(ZONE).map(laneRoute));
      this.#run(lifeline, clock, store);
    } catch (error) {
      lifeline.end(`at its start: ${short(error)}`);
    }
  }

  #run(lifeline: Lifeline, clock: Clock, store: Store): void {
    const { trace, network, signatures } = this.#around;
    const report = (event: NodeEvent) => {
      if (lifeline.isAlive && !ROUTINE.has(event.type))
        trace.note(`${this.name} ${describe(event)}`);
    };
    const view = holdZone(ZONE);
    const { hasLane } = view;
    const intake = createIntake({
      ...{ store, report, zoneId: ZONE.id, council: view, hasLane },
      prove: (zoneId, set, attestation) => {
        if (!signatures.isKnown(attestation)) verifyAttestation(zoneId, set, attestation);
      },
    });
    const transport = network.transportOf(this.index);
    const { tuning } = this.#config;
    const exchange = httpExchange({
      peers: () => peersOf(this.index),
      intake,
      clock,
      report,
      timeout: tuning.peerTimeoutMs,
      silence: tuning.peerIntervalMs * 3,
      transport: (request) => lifeline.call("peer", () => transport(request)),
    });
    const parts: SharedParts = {
      config: this.#config,
      view,
      source: { read: async () => undefined },
      partner: partnerOf(this.index),
      signer: this.#signer(lifeline),
      relayer: this.#relayer(lifeline),
      webhooks: [],
      traces: undefined,
      store,
      clock,
      report,
      intake,
      exchange,
      chains: this.#chains(lifeline, clock, report),
    };
    network.listen(this.index, servePeers(intake, store));
    const tasks = [
      ...followTasks(parts),
      ...observeTasks(parts),
      ...attestTasks(parts),
      ...relayTasks(parts),
    ];
    const { signal } = new AbortController();
    const running = tasks.map((task) => superviseTask(task, clock, report, signal));
    this.#wakeLater(lifeline, running);
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

  /** The store through which crashes come, on a disk that may be full. */
  #guarded(lifeline: Lifeline, store: Store): Store {
    const { disk } = this;
    const onDisk = new Proxy(store, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== "function") return member;
        return (...values: unknown[]) => {
          if (disk.isFull && !READS.has(String(name)))
            throw new StoreFullError("The disk is full: the node's database cannot be written.");
          return Reflect.apply(member, target, values);
        };
      },
    });
    return lifeline.guard("store", onDisk);
  }

  #signer(lifeline: Lifeline): ValidatorSigner {
    const { signatures, onSign } = this.#around;
    return {
      validator: this.#key.address,
      sign: (checkpoint) =>
        lifeline.call("sign", () => {
          onSign(this.index, checkpoint);
          return signatures.sign(this.#key, checkpoint);
        }),
      signDocument: async () => {
        throw new TypeError("Nodes of a simulation sign checkpoints only.");
      },
    };
  }

  #relayer(lifeline: Lifeline): SharedParts["relayer"] {
    const key = RELAYERS[this.index];
    if (key === undefined) return undefined;
    const { chains } = this.#around;
    const signer = new RelayerKey(key, (chainId, raw, transaction) => {
      const chain = chains.find(({ nature }) => nature.id === `eip155:${chainId}`);
      if (!lifeline.isAlive || chain === undefined) return;
      chain.learn(raw, transaction);
    });
    return { account: key.address, signer };
  }

  /** What leaves the node counts, whatever becomes of it on the way. */
  #noteSent(index: number, { method, params }: RpcRequest): void {
    const chain = this.#around.chains[index];
    if (method !== "eth_sendRawTransaction" || chain === undefined) return;
    const transaction = chain.transactionOf(params[0] as Hex);
    if (transaction !== undefined) this.#around.onTransaction(this, chain, transaction);
  }

  #chains(lifeline: Lifeline, clock: Clock, report: SharedParts["report"]): OpenedChain[] {
    const { agreement = AGREEMENT } = this.#around.plant;
    return this.#around.chains.map(({ nature: { id: chain, finality } }, i) => {
      const endpoints = (this.endpoints[i] ?? []).map((endpoint) => ({
        name: endpoint.name,
        send: (request: Parameters<typeof endpoint.send>[0]) =>
          lifeline.call(request.method, () => {
            this.#noteSent(i, request);
            return endpoint.send(request);
          }),
      }));
      const options = { chain, endpoints, agreement, patience: PATIENCE };
      const pool = endpointPool({ ...options, clock, report });
      const { gateway } = zoneChain(ZONE, chain);
      const tagged = finality.kind === "tag";
      return { pool, reader: rpcChainReader({ chain, gateway, pool, tagged }) };
    });
  }
}

function configOf(index: number, maxBlockRange: number): NodeConfig {
  const { zoneId, genesisSetHash, chains } = ZONE.manifest;
  const key = { keystore: "none", passphrase: { env: "NONE" } };
  return nodeConfigSchema.parse({
    schema: "ryugu-node-config/1",
    partner: partnerOf(index).name,
    manifest: { source: "none", zoneId, genesisSetHash },
    database: "none",
    validator: key,
    relayer: key,
    chains: chains.map(({ id, rpcUrls }) => ({ id, rpcUrls })),
    tuning: { ...TUNING, maxBlockRange },
  });
}

function partnerOf(index: number) {
  const partner = ZONE.manifest.partners[index];
  if (partner === undefined) throw new RangeError(`There is no partner ${index}.`);
  return partner;
}

function peersOf(index: number) {
  return ZONE.manifest.partners
    .map(({ name, validator }, i) => ({ name, validator, url: nodeUrl(i) }))
    .filter((_, i) => i !== index);
}

function describe({ type, ...fields }: NodeEvent): string {
  const told = Object.entries(fields).map(([name, value]) => `${name}=${short(value)}`);
  return `${type} ${told.join(" ")}`;
}

function short(value: unknown): string {
  if (value instanceof Error) return value.message.split("\n")[0] ?? "";
  if (typeof value === "object") return JSON.stringify(value);
  const text = String(value);
  return /^0x[0-9a-fA-F]{40,}$/.test(text) ? text.slice(2, 10) : text;
}
