import { PortTakenError } from "../errors.ts";
import { assertPortsFree, type PortUse, takenPorts } from "../process/ports.ts";
import { CHAINS, type ChainPlan, PARTNERS, type ScaledOut } from "./plan.ts";

/** Every port of a zone, from one number. */
export interface ZonePorts {
  base: number;
  /** The platforms' world servers, by chain slug. */
  worlds: Record<string, number>;
  /** Where everybody reaches a chain, by its slug. */
  chains: Record<string, number>;
  /** Where a chain itself answers, by its slug: behind a member's node it is another port. */
  engines: Record<string, number>;
  /** The simulated bank, and the yen's issuer. */
  bank: number;
  issuer: number;
  /** A node's API, by partner slug. */
  nodes: Record<string, number>;
  /** A partner's own endpoint to a chain, by partner slug, then chain slug. */
  endpoints: Record<string, Record<string, number>>;
}

/** Where a zone's ports begin when nobody says otherwise. */
export const DEFAULT_PORT_BASE = 18_500;
/** How far apart two zones' bases are kept, and how many are tried. */
const STEP = 100;
const TRIES = 10;

/** Lays a zone's ports out from a base: the first world +0, chains +1…, the other worlds +6…, nodes +11…, bank +18, issuer +19, endpoints +21…, chains behind members' nodes +91…. */
export function zonePorts(base: number, chains: readonly ChainPlan[] = CHAINS): ZonePorts {
  const from = <T extends { slug: string }>(items: readonly T[], start: number) =>
    Object.fromEntries(items.map(({ slug }, i) => [slug, base + start + i]));
  return {
    base,
    worlds: Object.fromEntries(chains.map(({ slug }, i) => [slug, i === 0 ? base : base + 5 + i])),
    chains: from(chains, 1),
    engines: Object.fromEntries(
      chains.map(({ slug, kind }, i) => [slug, base + i + (kind === "permissioned" ? 91 : 1)]),
    ),
    nodes: from(PARTNERS, 11),
    bank: base + 18,
    issuer: base + 19,
    endpoints: Object.fromEntries(
      PARTNERS.map(({ slug }, i) => [slug, from(chains, 21 + i * chains.length)]),
    ),
  };
}

/** Processes of nodes that scale out lie beyond every block that is tried, so many apart for each partner. */
const PROCESSES = 1_000;
const PROCESSES_EACH = 20;

/** Where one process of a partner's node answers, by the partner's slug and the process's place in the plan. */
export function processPort({ base }: ZonePorts, slug: string, place: number): number {
  const partner = PARTNERS.findIndex((one) => one.slug === slug);
  return base + PROCESSES + partner * PROCESSES_EACH + place;
}

/** The ports of the processes of nodes that scale out, with their use. */
export const scaledOutUses = (ports: ZonePorts, { processes }: ScaledOut): PortUse[] =>
  PARTNERS.flatMap(({ slug, name }) =>
    processes.map((roles, i) => ({
      port: processPort(ports, slug, i),
      use: `${roles.join(" and ")} for ${name}`,
    })),
  );

/**
 * Where a browser finds a platform's world: by a name, since passkeys do not work on an address.
 *
 * @param slug - the slug of the platform's chain
 */
export const worldUrl = ({ worlds }: ZonePorts, slug: string) =>
  `http://localhost:${worlds[slug] ?? 0}`;

/** Every port with its use, for checks and messages. */
export function portUses(ports: ZonePorts, chains: readonly ChainPlan[] = CHAINS): PortUse[] {
  return [
    ...chains.map(({ slug, name }) => ({ port: ports.worlds[slug] ?? 0, use: `world ${name}` })),
    ...chains.map(({ slug, name }) => ({ port: ports.chains[slug] ?? 0, use: `chain ${name}` })),
    ...chains
      .filter(({ kind }) => kind === "permissioned")
      .map(({ slug, name }) => ({ port: ports.engines[slug] ?? 0, use: `chain ${name} itself` })),
    { port: ports.bank, use: "bank" },
    { port: ports.issuer, use: "issuer of the yen" },
    ...PARTNERS.flatMap(({ slug, name }) => [
      { port: ports.nodes[slug] ?? 0, use: `node of ${name}` },
      ...chains.map((chain) => ({
        port: ports.endpoints[slug]?.[chain.slug] ?? 0,
        use: `${name}'s endpoint to ${chain.name}`,
      })),
    ]),
  ];
}

/**
 * Finds the ports of a new zone: those asked for, or the first free block from the default on.
 *
 * @throws PortTakenError
 */
export async function choosePorts(
  wanted: number | undefined,
  chains: readonly ChainPlan[] = CHAINS,
): Promise<ZonePorts> {
  if (wanted !== undefined) {
    const ports = zonePorts(wanted, chains);
    await assertPortsFree(portUses(ports, chains));
    return ports;
  }
  for (let i = 0; i < TRIES; i++) {
    const ports = zonePorts(DEFAULT_PORT_BASE + i * STEP, chains);
    if ((await takenPorts(portUses(ports, chains))).length === 0) return ports;
  }
  throw new PortTakenError("No free block of ports was found for the zone.", {
    details: [
      `Tried from ${DEFAULT_PORT_BASE} to ${DEFAULT_PORT_BASE + (TRIES - 1) * STEP}, in steps of ${STEP}.`,
      "Name one: npm start -- --port-base <number>",
    ],
  });
}
