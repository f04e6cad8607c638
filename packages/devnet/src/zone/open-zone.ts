import { resolve } from "node:path";
import { asDiskFull, assertDiskSpace } from "../disk.ts";
import { zoneKeys } from "../keys/zone-keys.ts";
import { lockFolder } from "../process/lock.ts";
import { assertPortsFree } from "../process/ports.ts";
import { ProcessSet } from "../process/process-set.ts";
import { endLeftovers } from "../process/registry.ts";
import { zoneGenesis } from "./genesis-set.ts";
import { makeFolders, type ZoneLayout, zoneLayout } from "./layout.ts";
import { DEMO_SHAPE, type ZoneShape } from "./plan.ts";
import { choosePorts, portUses, scaledOutUses, type ZonePorts, zonePorts } from "./port-plan.ts";
import type { ZoneParts } from "./running-zone.ts";
import { emptyFolder, openFolder, readSettings, writeSettings } from "./settings.ts";

/** Which zone is opened. */
export interface OpenZoneOptions {
  /** Where everything of the zone is kept; made if it is not there. */
  folder: string;
  /** The first of its ports; kept for later starts. */
  portBase?: number;
  /** Begins anew: everything in the folder is deleted. */
  fresh?: boolean;
  /** The demo's two chains, deadlines and money by default. Worlds are opened on the demo's chains only. */
  shape?: ZoneShape;
}

/**
 * Everything before the first process: folder, lock, leftovers, ports, keys.
 *
 * @throws ZoneLockedError, PortTakenError, ZoneDiskFullError, ZoneFolderForeignError, ZoneFolderDamagedError
 */
export async function openZone({
  folder,
  portBase,
  fresh,
  shape = DEMO_SHAPE,
}: OpenZoneOptions): Promise<ZoneParts> {
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
      providers: new Set(),
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
