import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildOnce } from "@ryugu/build-once";
import { buildAvatars } from "../avatars/build.ts";

const APP = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where the built avatars lie: `<id>.vrm`, `<id>.png` and `avatars.json`. */
export const AVATARS = join(APP, "dist-avatars");

/**
 * Builds the avatars unless what they are made of is unchanged since the last build, by content.
 *
 * @returns whether they were built
 */
export const buildAvatarsIfStale = (): Promise<boolean> =>
  buildOnce({
    root: APP,
    sources: ["avatars", "src/sim/motion"],
    outputs: [join(AVATARS, "avatars.json")],
    marker: join(APP, ".tsbuild/avatars.sha256"),
    build: async () => {
      await mkdir(AVATARS, { recursive: true });
      for (const [name, bytes] of buildAvatars()) await writeFile(join(AVATARS, name), bytes);
    },
  });
