import { localUrl } from "../chain/anvil.ts";
import { PartnerEndpoint } from "../chain/endpoint.ts";
import { Front } from "../process/front.ts";
import type { ProcessPlan } from "../process/supervised-process.ts";
import { nodePlan } from "./node-plan.ts";
import { PARTNERS, type PartnerPlan, type ScaledOut } from "./plan.ts";
import type { ZoneParts } from "./running-zone.ts";
import { scaledOutPlan } from "./scaled-out-plan.ts";

/** Starts the partners' nodes, each with its own way to each chain. */
export async function startNodes(parts: ZoneParts): Promise<void> {
  await Promise.all(PARTNERS.map((partner) => openEndpoints(parts, partner)));
  const { scaledOut } = parts.shape;
  if (scaledOut === undefined) {
    await Promise.all(PARTNERS.map((partner) => startAll(parts, [nodePlan(parts, partner)])));
    return;
  }
  // So many processes at once would keep one another from answering in time.
  for (const partner of PARTNERS) await startScaledOut(parts, partner, scaledOut);
}

async function openEndpoints(
  { shape, ports, endpoints }: ZoneParts,
  { slug }: PartnerPlan,
): Promise<void> {
  const own = new Map(
    shape.chains.map((chain) => [
      chain.slug,
      new PartnerEndpoint(
        ports.endpoints[slug]?.[chain.slug] ?? 0,
        localUrl(ports.chains[chain.slug] ?? 0),
      ),
    ]),
  );
  endpoints.set(slug, own);
  await Promise.all([...own.values()].map((endpoint) => endpoint.start()));
}

async function startScaledOut(
  parts: ZoneParts,
  partner: PartnerPlan,
  scaledOut: ScaledOut,
): Promise<void> {
  const { plans, apiPorts } = scaledOutPlan(parts, partner, scaledOut);
  const front = new Front(parts.ports.nodes[partner.slug] ?? 0, apiPorts);
  parts.fronts.push(front);
  await front.start();
  await startAll(parts, plans);
}

const startAll = ({ processes }: ZoneParts, plans: readonly ProcessPlan[]) =>
  Promise.all(plans.map((plan) => processes.add(plan).start()));
