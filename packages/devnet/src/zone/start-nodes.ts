import { localUrl } from "../chain/anvil.ts";
import { PartnerEndpoint } from "../chain/endpoint.ts";
import { Front } from "../process/front.ts";
import type { ProcessPlan } from "../process/supervised-process.ts";
import { waitUntil } from "../process/wait-until.ts";
import { answersOk, nodePlan } from "./node-plan.ts";
import { PARTNERS, type PartnerPlan, type ScaledOut } from "./plan.ts";
import type { ZoneParts } from "./running-zone.ts";
import { scaledOutPlan } from "./scaled-out-plan.ts";

/** How long the processes of a company may take to answer at all, in milliseconds. */
const BEGINNING = { timeout: 60_000, interval: 200 };

/** Starts the partners' nodes, each with its own way to each chain. */
export async function startNodes(parts: ZoneParts): Promise<void> {
  await Promise.all(PARTNERS.map((partner) => openEndpoints(parts, partner)));
  const { scaledOut } = parts.shape;
  if (scaledOut === undefined) {
    await Promise.all(PARTNERS.map((partner) => startAll(parts, [nodePlan(parts, partner)])));
    return;
  }
  // A company at a time: so many programs beginning at once keep one another from beginning. What is ready waits for peers.
  const ready: Promise<unknown>[] = [];
  for (const partner of PARTNERS) ready.push(...(await beginScaledOut(parts, partner, scaledOut)));
  await Promise.all(ready);
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

/** Answers when the processes of a company answer at all, with what waits until each is ready. */
async function beginScaledOut(
  parts: ZoneParts,
  partner: PartnerPlan,
  scaledOut: ScaledOut,
): Promise<Promise<unknown>[]> {
  const { plans, ports } = scaledOutPlan(parts, partner, scaledOut);
  const front = new Front(parts.ports.nodes[partner.slug] ?? 0, ports.api);
  parts.fronts.push(front);
  await front.start();
  const ready = plans.map((plan) => parts.processes.add(plan).start());
  for (const one of ready) one.catch(() => undefined);
  const answers = (port: number) => answersOk(`${localUrl(port)}/v1/health`).catch(() => false);
  await Promise.all(ports.all.map((port) => waitUntil(() => answers(port), BEGINNING)));
  return ready;
}

const startAll = ({ processes }: ZoneParts, plans: readonly ProcessPlan[]) =>
  Promise.all(plans.map((plan) => processes.add(plan).start()));
