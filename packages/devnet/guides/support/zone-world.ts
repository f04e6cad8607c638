import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { PARTNERS, type RunningZone } from "../../src/index.ts";
import type { Actor, GuideWorld } from "./guide.ts";

/** Five partners of a running zone, each at the folder in which its node's configuration lies. */
export function partnersOf(zone: RunningZone): Record<string, Actor> {
  return Object.fromEntries(
    PARTNERS.map(({ slug }) => [
      slug,
      { folder: zone.layout.partner(slug), env: { PARTNER: slug } },
    ]),
  );
}

/** Somebody new, in a folder of their own. */
export function newcomer(folder: string, env: Record<string, string>): Actor {
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  return { folder, env };
}

/** Starts a guide's program among the zone's processes: it ends with them. */
export function inZone(zone: RunningZone): GuideWorld["background"] {
  return async (command, { folder, env }, path, until) => {
    const name = `guide-${zone.processes.all.length}`;
    await zone.processes
      .add({
        name,
        command: "sh",
        args: ["-euc", `exec ${command}`],
        cwd: folder,
        env: { ...env, PATH: path },
        logPath: join(zone.layout.folder, "logs", `${name}.log`),
        isReady: async () => (await fetch(until)).ok,
        readyWithin: 60_000,
      })
      .start();
  };
}
