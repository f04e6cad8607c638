import { type Address, type Bytes32, type ChainId, chainId } from "@ryugu/sdk/primitives";
import type { ZoneKeys } from "../keys/zone-keys.ts";
import { describeMoney, type KeyPlace, keyPlace, type MoneyReady } from "../money/money-ready.ts";
import type { ZoneMoney } from "../money/zone-money.ts";
import type { SupervisedProcess } from "../process/supervised-process.ts";
import type { DeployedChain } from "./deploy-zone.ts";
import { readDeskTokens } from "./desk-tokens.ts";
import type { ZoneGenesis } from "./genesis-set.ts";
import type { ZoneLayout } from "./layout.ts";
import { CHAINS, PARTNERS, QUORUM, ZONE_NAME } from "./plan.ts";
import { worldUrl, type ZonePorts } from "./port-plan.ts";

/** What `ready.json` says: where everything is, for scripts. */
export interface ZoneReady {
  schema: "ryugu-ready/1";
  zone: {
    name: string;
    id: Bytes32;
    genesisSetHash: Bytes32;
    quorum: number;
    /** The signed manifest's file. */
    manifest: string;
  };
  chains: {
    slug: string;
    name: string;
    id: ChainId;
    rpcUrl: string;
    factory: Address;
    gateway: Address;
    custody: Address;
    /** By the counterpart chain's slug. */
    vaults: Record<string, Address>;
    startBlock: number;
  }[];
  partners: {
    slug: string;
    name: string;
    validator: Address;
    relayer: Address;
    nodeUrl: string;
    /** By chain slug. */
    endpoints: Record<string, string>;
    config: string;
  }[];
  /** The platforms' worlds, the first to be opened first; absent where they were not asked for. */
  worlds?: { slug: string; name: string; url: string }[];
  /** The companies' desks at the fair. Who has an address has what was sent to the company. */
  desks?: { organisation: string; url: string }[];
  /** The zone's live page; absent where the worlds are. */
  pageUrl?: string;
  /** What people sell and pay with; absent where the shape has none. */
  money?: MoneyReady;
  accounts: Record<"deployer" | "person", KeyPlace>;
  contentStore: string;
  folder: string;
  logs: string;
  processes: { name: string; pid: number }[];
  /** What the demo left. */
  demo?: {
    collection: Address;
    representation: Address;
    pieces: { id: string; name: string; at?: string; owner?: Address }[];
  };
}

/** Everything that {@link describeReady} puts together. */
export interface ReadyFacts {
  layout: ZoneLayout;
  ports: ZonePorts;
  keys: ZoneKeys;
  genesis: ZoneGenesis;
  chains: readonly DeployedChain[];
  processes: readonly SupervisedProcess[];
  hasWorlds: boolean;
  money?: ZoneMoney;
}

const local = (port: number | undefined) => `http://127.0.0.1:${port ?? 0}`;

function describeWorlds(
  layout: ZoneLayout,
  ports: ZonePorts,
): Pick<ZoneReady, "worlds" | "desks" | "pageUrl"> {
  const worlds = CHAINS.map(({ slug, name }) => ({ slug, name, url: worldUrl(ports, slug) }));
  return {
    worlds,
    desks: worlds.flatMap(({ slug, url }) =>
      Object.entries(readDeskTokens(layout.world(slug))).map(([organisation, token]) => ({
        organisation,
        url: `${url}/desk#${organisation}.${token}`,
      })),
    ),
    ...(worlds[0] === undefined ? {} : { pageUrl: `${worlds[0].url}/zone` }),
  };
}

/** Says where everything of a running zone is. */
export function describeReady(facts: ReadyFacts): ZoneReady {
  const { layout, ports, keys, genesis, chains, processes, hasWorlds, money } = facts;
  const hasBank = hasWorlds;
  return {
    schema: "ryugu-ready/1",
    zone: {
      name: ZONE_NAME,
      id: genesis.zoneId,
      genesisSetHash: genesis.setHash,
      quorum: QUORUM,
      manifest: layout.manifest,
    },
    chains: chains.map(({ plan, factory, gateway, custody, vaults, block }) => ({
      slug: plan.slug,
      name: plan.name,
      id: chainId(plan.number),
      rpcUrl: local(ports.chains[plan.slug]),
      factory,
      gateway,
      custody,
      vaults,
      startBlock: block,
    })),
    partners: PARTNERS.flatMap(({ slug, name }) => {
      const own = keys.partners[slug];
      if (own === undefined) return [];
      return [
        {
          slug,
          name,
          validator: own.validator.address,
          relayer: own.relayer.address,
          nodeUrl: local(ports.nodes[slug]),
          endpoints: Object.fromEntries(
            Object.entries(ports.endpoints[slug] ?? {}).map(([to, port]) => [to, local(port)]),
          ),
          config: `${layout.partner(slug)}/node.json`,
        },
      ];
    }),
    ...(hasWorlds ? describeWorlds(layout, ports) : {}),
    ...(money === undefined ? {} : { money: describeMoney(money, { keys, ports, hasBank }) }),
    accounts: { deployer: keyPlace(keys.deployer), person: keyPlace(keys.person) },
    contentStore: layout.content,
    folder: layout.folder,
    logs: `${layout.folder}/logs`,
    processes: processes.flatMap(({ name, identity }) =>
      identity === undefined ? [] : [{ name, pid: identity.pid }],
    ),
  };
}
