import { rmSync } from "node:fs";
import { chainId } from "@ryugu/sdk/primitives";
import type { Zone } from "@ryugu/sdk/zone";
import type { JsonRpcProvider } from "ethers";
import { localUrl } from "../chain/anvil.ts";
import type { PartnerEndpoint } from "../chain/endpoint.ts";
import type { MemberNode } from "../chain/member-node.ts";
import { localProvider } from "../chain/provider.ts";
import type { StateKeeper } from "../chain/state-keeper.ts";
import type { ZoneKeys } from "../keys/zone-keys.ts";
import type { ZoneMoney } from "../money/zone-money.ts";
import type { Front } from "../process/front.ts";
import type { FolderLock } from "../process/lock.ts";
import type { ProcessSet } from "../process/process-set.ts";
import type { SupervisedProcess } from "../process/supervised-process.ts";
import { writeFileAtomic } from "../process/write-atomic.ts";
import type { DeployedChain } from "./deploy-zone.ts";
import type { ZoneGenesis } from "./genesis-set.ts";
import type { ZoneLayout } from "./layout.ts";
import { nodeName } from "./node-plan.ts";
import type { ZoneShape } from "./plan.ts";
import type { ZonePorts } from "./port-plan.ts";
import { describeReady, type ZoneReady } from "./ready.ts";
import { offersReady, WORLD, worldName } from "./world-plan.ts";

/** The name of a chain among the zone's processes. */
export const chainName = (slug: string) => `chain-${slug}`;

/** It holds the desks' tokens. */
const OWNER_ONLY = 0o600;

/** What a start has put together. */
export interface ZoneParts {
  shape: ZoneShape;
  layout: ZoneLayout;
  lock: FolderLock;
  ports: ZonePorts;
  keys: ZoneKeys;
  genesis: ZoneGenesis;
  processes: ProcessSet;
  keepers: StateKeeper[];
  members: MemberNode[];
  /** Before the nodes that scale out. */
  fronts: Front[];
  /** By partner slug, then chain slug. */
  endpoints: Map<string, Map<string, PartnerEndpoint>>;
  /** Those that a start is using now. */
  providers: Set<JsonRpcProvider>;
  /** Once its contracts are there, where the shape has any. */
  money?: ZoneMoney;
}

/** A zone that runs: chains, nodes, and the worlds where they were asked for. */
export class RunningZone {
  /** The verified manifest, as any client would hold it. */
  readonly zone: Zone;
  readonly chains: readonly DeployedChain[];
  readonly keys: ZoneKeys;
  readonly layout: ZoneLayout;
  readonly processes: ProcessSet;
  readonly #parts: ZoneParts;

  constructor(parts: ZoneParts, chains: readonly DeployedChain[], zone: Zone) {
    this.zone = zone;
    this.chains = chains;
    this.keys = parts.keys;
    this.layout = parts.layout;
    this.processes = parts.processes;
    this.#parts = parts;
  }

  /** Where everything is, as `ready.json` says it. */
  get ready(): ZoneReady {
    const processes = this.processes.all;
    const hasWorlds = processes.some(({ name }) => name.startsWith(WORLD));
    return describeReady({ ...this.#parts, chains: this.chains, processes, hasWorlds });
  }

  /** What people sell and pay with; undefined where the shape has no money. */
  get money(): ZoneMoney | undefined {
    return this.#parts.money;
  }

  /** A chain of the zone by its slug. Throws RangeError. */
  chain(slug: string): DeployedChain {
    const found = this.chains.find(({ plan }) => plan.slug === slug);
    if (found === undefined) throw new RangeError(`The zone has no chain ${slug}.`);
    return found;
  }

  /** The process of a chain, by its slug. */
  chainProcess(slug: string): SupervisedProcess {
    return this.processes.get(chainName(slug));
  }

  /** A partner's node, to kill, stop and start. Throws RangeError for one of several processes. */
  node(partner: string): SupervisedProcess {
    return this.processes.get(nodeName(partner));
  }

  /** All processes of a partner's node: one, unless it scales out. */
  nodeProcesses(partner: string): SupervisedProcess[] {
    const name = nodeName(partner);
    return this.processes.all.filter((one) => one.name === name || one.name.startsWith(`${name}-`));
  }

  /** The world server of a platform, by its chain's slug: to kill, stop and start. */
  world(chain: string): SupervisedProcess {
    return this.processes.get(worldName(chain));
  }

  /** Waits until everything that the platforms give and sell is on their chains. Throws ProcessStartError. */
  async worldsReady(signal?: AbortSignal): Promise<void> {
    const { worlds = [] } = this.ready;
    await Promise.all(worlds.map(({ slug }) => offersReady(this.#parts.ports, slug, signal)));
  }

  /** A partner's own endpoint to a chain, to break and to mend. Throws RangeError. */
  endpoint(partner: string, chain: string): PartnerEndpoint {
    const found = this.#parts.endpoints.get(partner)?.get(chain);
    if (found === undefined) throw new RangeError(`No endpoint of ${partner} to ${chain}.`);
    return found;
  }

  /** A new provider for a chain; the caller destroys it. */
  provider(slug: string): JsonRpcProvider {
    const { plan } = this.chain(slug);
    return localProvider(localUrl(this.#parts.ports.chains[slug] ?? 0), plan.number);
  }

  /** A new provider for a chain itself, where a test orders time and reorgs; the caller destroys it. */
  control(slug: string): JsonRpcProvider {
    const { plan } = this.chain(slug);
    return localProvider(localUrl(this.#parts.ports.engines[slug] ?? 0), plan.number);
  }

  /** The chain's id (CAIP-2). */
  chainId(slug: string) {
    return chainId(this.chain(slug).plan.number);
  }

  /** Writes `ready.json`, with what the demo left where there was one. */
  announce(demo?: ZoneReady["demo"]): void {
    const ready = { ...this.ready, ...(demo === undefined ? {} : { demo }) };
    writeFileAtomic(this.layout.ready, `${JSON.stringify(ready, null, 2)}\n`, OWNER_ONLY);
  }

  /** Stops everything. What was stored stays, and the next start goes on with it. */
  stop(): Promise<void> {
    return stopParts(this.#parts);
  }
}

/** Stops whatever of a zone was started. */
export async function stopParts(parts: ZoneParts): Promise<void> {
  const { layout, lock, processes, keepers, members, fronts, endpoints, providers } = parts;
  rmSync(layout.ready, { force: true });
  for (const provider of providers) provider.destroy();
  await processes.stop();
  for (const keeper of keepers) keeper.stop();
  const all = [...endpoints.values()].flatMap((byChain) => [...byChain.values()]);
  await Promise.all([...all, ...members, ...fronts].map((server) => server.stop()));
  lock.release();
}
