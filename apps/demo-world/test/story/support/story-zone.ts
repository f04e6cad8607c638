import { randomInt } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEMO_SHAPE, PortTakenError, type RunningZone, startZone } from "@ryugu/devnet";
import type { PlatformSlug } from "../../../src/sim/place/place.ts";
import { type Platform, readPlatform } from "../../../src/sim/protocol/platform.ts";
import { Ledger } from "./ledger.ts";

/** A real zone with both worlds, and what a test asks about it. */
export interface StoryZone {
  zone: RunningZone;
  ledger: Ledger;
  url(slug: PlatformSlug): string;
  /** What a platform says of itself now. */
  platform(slug: PlatformSlug): Promise<Platform>;
  /** The address of a company's desk. */
  desk(organisation: string): string;
  stop(): Promise<void>;
}

/** Blocks come twice a second: a story waits for chains often enough. */
const SHAPE = { ...DEMO_SHAPE, blockTime: 0.5 };
const TRIES = 5;
/** Below where the devnet's own tests choose, above where the bridge's do. */
const [LOWEST, HIGHEST] = [120, 190];

/** Starts a zone in a folder of its own, on ports that nobody uses. */
export async function startStoryZone(): Promise<StoryZone> {
  const folder = mkdtempSync(join(tmpdir(), "ryugu-story-"));
  const zone = await startSomewhere(folder);
  await zone.worldsReady();
  const ledger = new Ledger(zone);
  const find = (slug: string) => zone.ready.worlds?.find((world) => world.slug === slug)?.url ?? "";
  return {
    zone,
    ledger,
    url: find,
    async platform(slug) {
      return readPlatform(await (await fetch(`${find(slug)}/platform.json`)).text());
    },
    desk: (organisation) =>
      zone.ready.desks?.find((desk) => desk.organisation === organisation)?.url ?? "",
    async stop() {
      ledger.close();
      await zone.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startSomewhere(folder: string): Promise<RunningZone> {
  for (let tries = 1; ; tries++) {
    const portBase = randomInt(LOWEST, HIGHEST) * 100;
    try {
      return await startZone({ folder, portBase, page: true, shape: SHAPE });
    } catch (error) {
      if (!(error instanceof PortTakenError) || tries === TRIES) throw error;
    }
  }
}
