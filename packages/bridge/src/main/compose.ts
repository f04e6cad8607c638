import type { Address, ChainId } from "@ryugu/sdk/primitives";
import { isSameAddress } from "@ryugu/sdk/primitives";
import { type Zone, type ZonePartner, zoneChain, zoneLanes } from "@ryugu/sdk/zone";
import type { ApiContext } from "../api/context.ts";
import { createAttester } from "../attester/attester.ts";
import { rpcChainReader } from "../chain/chain-reader.ts";
import { httpEndpoint } from "../chain/endpoint.ts";
import { type EndpointPool, endpointPool } from "../chain/pool.ts";
import { rpcSubmitter } from "../chain/submitter.ts";
import type { NodeConfig } from "../config/schema.ts";
import { laneRoute } from "../domain/lane.ts";
import { createCollector } from "../exchange/collector.ts";
import { httpExchange } from "../exchange/http-exchange.ts";
import { createIntake } from "../exchange/intake.ts";
import { createObserver } from "../observer/observer.ts";
import type { ChainReader } from "../ports/chain-reader.ts";
import type { Clock } from "../ports/clock.ts";
import type { Report } from "../ports/report.ts";
import type { Store } from "../ports/store.ts";
import { createRelayer } from "../relayer/relayer.ts";
import type { OpenedKey } from "../signer/keystore.ts";
import { walletSigner } from "../signer/wallet-signer.ts";
import type { Task } from "./task.ts";

/** What a node is made of. */
export interface Parts {
  config: Readonly<NodeConfig>;
  zone: Zone;
  partner: ZonePartner;
  validator: OpenedKey;
  relayer: OpenedKey | undefined;
  store: Store;
  clock: Clock;
  report: Report;
}

/** A node's work, and what its API needs of it. */
export interface Composition {
  tasks: Task[];
  accept: ApiContext["accept"];
  vaultOf: ApiContext["vaultOf"];
}

/** Peers that have not answered for this many intervals go to the end of the relayers' line. */
const SILENT_INTERVALS = 3;

/** Puts the roles together. They meet only at the ports. */
export async function compose(parts: Parts): Promise<Composition> {
  const { config, zone, store, clock, report } = parts;
  const { tuning } = config;
  const routes = zoneLanes(zone).map(laneRoute);
  await store.addLanes(routes);

  const { validatorSet } = zone;
  const laneIds = new Set(routes.map(({ laneId }) => laneId));
  const intake = createIntake({ store, report, zoneId: zone.id, validatorSet, laneIds });
  const exchange = httpExchange({
    peers: peersOf(parts),
    intake,
    clock,
    report,
    timeout: tuning.peerTimeoutMs,
    silence: tuning.peerIntervalMs * SILENT_INTERVALS,
  });
  const signer = walletSigner(zone.id, parts.validator);
  const attester = createAttester({
    store,
    signer,
    exchange,
    clock,
    report,
    quorum: validatorSet.quorum,
  });
  const collector = createCollector({
    store,
    exchange,
    intake,
    clock,
    idleInterval: tuning.peerIntervalMs,
  });
  const chains = config.chains.map((chain) => openChain(parts, chain));

  const relayerTuning = {
    batchGas: tuning.batchGas,
    batchAge: tuning.batchAgeMs,
    takeoverDelay: tuning.takeoverDelayMs,
    bumpAfter: tuning.bumpAfterMs,
  };
  const interval = tuning.pollIntervalMs;
  const tasks: Task[] = [
    ...chains.map(({ reader, observer }) => ({
      name: `observe ${reader.chain}`,
      tick: observer.tick,
      interval,
    })),
    {
      name: "attest",
      tick: attester.tick,
      interval,
      wakeOn: ["facts"],
      waitingFor: () =>
        attester.isReady()
          ? undefined
          : "It waits for enough peers to say what this validator signed before.",
    },
    { name: "collect", tick: collector.tick, interval },
    ...chains.flatMap(({ reader, pool }) => {
      if (parts.relayer === undefined) return [];
      const submitter = rpcSubmitter({ chain: reader.chain, ...parts.relayer, pool, clock });
      const context = {
        reader,
        submitter,
        store,
        exchange,
        clock,
        report,
        validatorSet,
        self: signer.validator,
        tuning: relayerTuning,
      };
      return [
        {
          name: `relay ${reader.chain}`,
          tick: createRelayer(context).tick,
          interval,
          wakeOn: ["facts", "attestations"] as const,
        },
      ];
    }),
  ];
  return { tasks, accept: intake.accept, vaultOf: vaults(chains.map(({ reader }) => reader)) };
}

function openChain(parts: Parts, { id, rpcUrls, agreement }: NodeConfig["chains"][number]) {
  const { config, zone, store, clock, report } = parts;
  const { gateway, finality, startBlock } = zoneChain(zone, id);
  const endpoints = rpcUrls.map((url) => httpEndpoint(url, config.tuning.rpcTimeoutMs));
  const pool: EndpointPool = endpointPool({ chain: id, endpoints, agreement, clock, report });
  const reader = rpcChainReader({ chain: id, gateway, pool, tagged: finality.kind === "tag" });
  const maxRange = config.tuning.maxBlockRange;
  const observer = createObserver({ reader, store, clock, report, finality, startBlock, maxRange });
  return { pool, reader, observer };
}

function peersOf({ zone, partner, config }: Parts) {
  return zone.manifest.partners
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
    if (found === undefined) throw new TypeError(`no reader of ${chain}`);
    known.set(key, found);
    return found;
  };
}
