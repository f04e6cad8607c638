import type { Address, ChainId } from "@ryugu/sdk/primitives";
import { isSameAddress } from "@ryugu/sdk/primitives";
import { zoneChain } from "@ryugu/sdk/zone";
import type { ApiContext } from "../api/context.ts";
import { rpcChainReader } from "../chain/chain-reader.ts";
import type { Role } from "../config/schema/roles.ts";
import type { NodeConfig } from "../config/schema.ts";
import { httpExchange } from "../exchange/http-exchange.ts";
import { createIntake } from "../exchange/intake.ts";
import type { ChainReader } from "../ports/chain-reader.ts";
import type { TaskLock } from "../ports/task-lock.ts";
import { lockedTasks } from "./locked-task.ts";
import { openPool } from "./open-pool.ts";
import type { OpenedChain, Parts, SharedParts } from "./parts.ts";
import { attestTasks } from "./roles/attest.ts";
import { auditRole } from "./roles/audit.ts";
import { statementsRole } from "./roles/creator-statements.ts";
import { followTasks } from "./roles/follow.ts";
import { observeTasks } from "./roles/observe.ts";
import { payoutTasks } from "./roles/payout.ts";
import { presenceTasks } from "./roles/presence.ts";
import { relayTasks } from "./roles/relay.ts";
import { tellTasks } from "./roles/tell.ts";
import { traceTasks } from "./roles/trace.ts";
import type { Task } from "./task.ts";

/** What each role works at. One process of the node at a time works at each task. */
const ROLE_TASKS: Readonly<Record<Role, (parts: SharedParts) => Task[]>> = {
  observe: observeTasks,
  attest: attestTasks,
  relay: relayTasks,
  audit: (parts) => auditRole(parts).tasks,
  payout: payoutTasks,
  api: (parts) => [...tellTasks(parts), ...traceTasks(parts)],
};

/** A node's work, and what its API needs of it. */
export interface Composition {
  tasks: Task[];
  accept: ApiContext["accept"];
  certify: ApiContext["certify"];
  vaultOf: ApiContext["vaultOf"];
  creatorStatements: ApiContext["creatorStatements"];
  /** Ends what the API had begun. */
  close(): Promise<void>;
}

/** Peers that have not answered for this many intervals go to the end of the relayers' line. */
const SILENT_INTERVALS = 3;

/**
 * Puts the roles together. They meet only at the ports.
 *
 * @param lock - tells which tasks run in this process
 */
export function compose(parts: Parts, lock: TaskLock): Composition {
  const { config, view, store, clock, report } = parts;
  const intake = createIntake({
    store,
    report,
    zoneId: view.zone.id,
    council: view,
    hasLane: view.hasLane,
  });
  const exchange = httpExchange({
    peers: () => peersOf(parts),
    intake,
    clock,
    report,
    timeout: config.tuning.peerTimeoutMs,
    silence: config.tuning.peerIntervalMs * SILENT_INTERVALS,
  });
  const inZone = new Set(view.zone.manifest.chains.map(({ id }) => id));
  const chains = config.chains
    .filter(({ id }) => inZone.has(id))
    .map((chain) => openChain(parts, chain));
  const shared: SharedParts = { ...parts, chains, intake, exchange };
  const audit = auditRole(shared);
  return {
    ...statementsRole(shared),
    tasks: [
      ...followTasks(shared),
      ...presenceTasks(shared),
      ...config.roles.flatMap((role) => lockedTasks(ROLE_TASKS[role], shared, lock)),
    ],
    certify: audit.certify,
    accept: intake.accept,
    vaultOf: vaults(chains.map(({ reader }) => reader)),
  };
}

function openChain(
  { config, view, clock, report }: Parts,
  chain: NodeConfig["chains"][number],
): OpenedChain {
  const { gateway, finality } = zoneChain(view.zone, chain.id);
  const pool = openPool(config, chain, clock, report);
  return {
    pool,
    reader: rpcChainReader({ chain: chain.id, gateway, pool, tagged: finality.kind === "tag" }),
  };
}

function peersOf({ view, partner, config }: Parts) {
  return view.zone.manifest.partners
    .filter(({ validator }) => !isSameAddress(validator, partner.validator))
    .map(({ name, validator, nodeUrl }) => ({
      name,
      validator,
      url: config.peers.find((peer) => peer.partner === name)?.url ?? nodeUrl,
    }));
}

/** A vault's address never changes: each is asked for once. */
function vaults(readers: readonly ChainReader[]): ApiContext["vaultOf"] {
  const known = new Map<string, Address>();
  return async (chain: ChainId, counterpart: ChainId) => {
    const key = `${chain}/${counterpart}`;
    const found =
      known.get(key) ??
      (await readers.find((reader) => reader.chain === chain)?.vaultOf(counterpart));
    if (found !== undefined) known.set(key, found);
    return found;
  };
}
