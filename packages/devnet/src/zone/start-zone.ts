import { asDiskFull } from "../disk.ts";
import { STOCK_WORDS } from "../money/amounts.ts";
import { foundMoney } from "../money/found-money.ts";
import { startBank } from "../money/start-bank.ts";
import { deployZoneMoney, readZoneMoney } from "../money/zone-money.ts";
import { type DeployedChain, deployZone } from "./deploy-zone.ts";
import { type OpenZoneOptions, openZone } from "./open-zone.ts";
import { CHAINS, PARTNERS } from "./plan.ts";
import { worldUrl } from "./port-plan.ts";
import { RunningZone, stopParts, type ZoneParts } from "./running-zone.ts";
import { signZone } from "./sign-zone.ts";
import { startChains } from "./start-chains.ts";
import { startNodes } from "./start-nodes.ts";
import { runStep, type StepListener } from "./steps.ts";
import { buildWorld, hasWorld, worldPlan } from "./world-plan.ts";

/** How a local zone is started. */
export interface StartZoneOptions extends OpenZoneOptions {
  /** Opens the platforms' worlds too, with the zone's page. */
  page?: boolean;
  onStep?: StepListener;
  /** Ends the start, and whatever it had started. */
  signal?: AbortSignal;
}

/**
 * Starts a local zone, new or where it stopped: two chains, five partners' nodes, money, and the worlds if asked for.
 * It ends when everything answers. Whoever starts it stops it.
 *
 * @throws ZoneLockedError, PortTakenError, ZoneDiskFullError, ZoneFolderForeignError, ZoneFolderDamagedError,
 * ProcessStartError, ChainStateLostError, ZoneDeploymentError
 *
 * @example
 * const zone = await startZone({ folder: "/tmp/my-zone" });
 * await zone.node("otohime").kill();
 * await zone.stop();
 */
export async function startZone(options: StartZoneOptions): Promise<RunningZone> {
  const { onStep = () => {}, signal } = options;
  const parts = await openZone(options);
  const step = <T>(name: string, work: () => Promise<T>, result?: (value: T) => string) =>
    runStep(name, onStep, signal, work, result);
  try {
    const page = options.page === true && hasWorld();
    const built = begun(page ? buildWorld(parts.layout, signal) : Promise.resolve());
    await step(
      "Chains",
      () => startChains(parts),
      () => parts.shape.chains.map(({ name }) => name).join(", "),
    );
    const chains = await step("Contracts", () => deployAll(parts));
    const { money } = parts;
    const stocks = money && begun(foundMoney(parts, chains, money));
    const zone = await step(
      "Manifest",
      () => signZone(parts.layout, parts.ports, parts.keys, parts.genesis, chains),
      ({ manifest }) => `version ${manifest.version}, signed by ${manifest.signatures.length}`,
    );
    const bank = page && money ? begun(startBank(parts, money)) : undefined;
    await step(
      "Nodes",
      () => startNodes(parts),
      () => `${PARTNERS.length} partners`,
    );
    if (stocks !== undefined)
      await step(
        "Money",
        () => Promise.all([stocks, bank]),
        () => `${STOCK_WORDS}${bank === undefined ? "" : ", an issuer, a bank"}`,
      );
    if (page)
      await step(
        "Worlds",
        () => startWorlds(parts, built),
        () => CHAINS.map(({ slug }) => worldUrl(parts.ports, slug)).join(", "),
      );
    return new RunningZone(parts, chains, zone);
  } catch (error) {
    await stopParts(parts);
    throw asDiskFull(error, parts.layout.folder);
  }
}

/** What a later step waits for: its failure is that step's. */
function begun<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}

async function deployAll(parts: ZoneParts): Promise<DeployedChain[]> {
  if (!parts.shape.hasMoney) return deployZone(parts);
  const [chains] = await Promise.all([deployZone(parts), deployZoneMoney(parts)]);
  parts.money = await readZoneMoney(parts, chains);
  return chains;
}

async function startWorlds(parts: ZoneParts, built: Promise<void>): Promise<void> {
  await built;
  await Promise.all(CHAINS.map((chain) => parts.processes.add(worldPlan(parts, chain)).start()));
}
