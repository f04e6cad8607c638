import { resolve } from "node:path";
import { asDiskFull, assertDiskSpace } from "../disk.ts";
import { zoneKeys } from "../keys/zone-keys.ts";
import { lockFolder } from "../process/lock.ts";
import { assertPortsFree } from "../process/ports.ts";
import { ProcessSet } from "../process/process-set.ts";
import { endLeftovers } from "../process/registry.ts";
import { deployZone } from "./deploy-zone.ts";
import { zoneGenesis } from "./genesis-set.ts";
import { makeFolders, type ZoneLayout, zoneLayout } from "./layout.ts";
import { CHAINS, DEMO_SHAPE, PARTNERS, type ZoneShape } from "./plan.ts";
import {
  choosePorts,
  portUses,
  scaledOutUses,
  worldUrl,
  type ZonePorts,
  zonePorts,
} from "./port-plan.ts";
import { RunningZone, stopParts, type ZoneParts } from "./running-zone.ts";
import { emptyFolder, openFolder, readSettings, writeSettings } from "./settings.ts";
import { signZone } from "./sign-zone.ts";
import { startChains } from "./start-chains.ts";
import { startNodes } from "./start-nodes.ts";
import { runStep, type StepListener } from "./steps.ts";
import { buildWorld, hasWorld, worldPlan } from "./world-plan.ts";

/** How a local zone is started. */
export interface StartZoneOptions {
  /** Where everything of the zone is kept; made if it is not there. */
  folder: string;
  /** The first of its ports; kept for later starts. */
  portBase?: number;
  /** Begins anew: everything in the folder is deleted. */
  fresh?: boolean;
  /** Opens the platforms' worlds too, with the zone's page. */
  page?: boolean;
  /** The demo's two chains and deadlines by default. Worlds are opened on the demo's chains only. */
  shape?: ZoneShape;
  onStep?: StepListener;
  /** Ends the start, and whatever it had started. */
  signal?: AbortSignal;
}

/**
 * Starts a local zone, new or where it stopped: two chains, five partners' nodes, and the worlds if asked for.
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
    const built = page ? buildWorld(parts.layout, signal) : Promise.resolve();
    built.catch(() => undefined);
    await step(
      "Chains",
      () => startChains(parts),
      () => parts.shape.chains.map(({ name }) => name).join(", "),
    );
    const chains = await step("Contracts", () =>
      deployZone(parts.ports, parts.keys, parts.genesis, parts.shape),
    );
    const zone = await step(
      "Manifest",
      () => signZone(parts.layout, parts.ports, parts.keys, parts.genesis, chains),
      ({ manifest }) => `version ${manifest.version}, signed by ${manifest.signatures.length}`,
    );
    await step(
      "Nodes",
      () => startNodes(parts),
      () => `${PARTNERS.length} partners`,
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

/** Everything before the first process: folder, lock, leftovers, ports, keys. */
async function openZone({
  folder,
  portBase,
  fresh,
  shape = DEMO_SHAPE,
}: StartZoneOptions): Promise<ZoneParts> {
  const layout = zoneLayout(resolve(folder));
  openFolder(layout);
  assertDiskSpace(layout.folder);
  const lock = lockFolder(layout.folder);
  try {
    await endLeftovers(layout.processes);
    if (fresh === true) emptyFolder(layout);
    const ports = await settlePorts(layout, shape, portBase);
    if (shape.scaledOut !== undefined) await assertPortsFree(scaledOutUses(ports, shape.scaledOut));
    makeFolders(layout, shape);
    const keys = await zoneKeys(layout, shape);
    return {
      shape,
      layout,
      lock,
      ports,
      keys,
      genesis: zoneGenesis(keys),
      processes: new ProcessSet(layout.processes),
      keepers: [],
      members: [],
      fronts: [],
      endpoints: new Map(),
    };
  } catch (error) {
    lock.release();
    throw asDiskFull(error, layout.folder);
  }
}

async function settlePorts(
  layout: ZoneLayout,
  { chains }: ZoneShape,
  wanted: number | undefined,
): Promise<ZonePorts> {
  const known = readSettings(layout);
  if (known !== undefined && (wanted === undefined || wanted === known.portBase)) {
    const ports = zonePorts(known.portBase, chains);
    await assertPortsFree(portUses(ports, chains));
    return ports;
  }
  const ports = await choosePorts(wanted, chains);
  writeSettings(layout, {
    schema: "ryugu-devnet/1",
    portBase: ports.base,
    createdAt: known?.createdAt ?? new Date().toISOString(),
  });
  return ports;
}

async function startWorlds(parts: ZoneParts, built: Promise<void>): Promise<void> {
  await built;
  const { layout, ports, keys, genesis, processes } = parts;
  await Promise.all(
    CHAINS.map((chain) => processes.add(worldPlan(layout, ports, keys, genesis, chain)).start()),
  );
}
