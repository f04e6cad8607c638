import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const REPOSITORY = fileURLToPath(new URL("../../../../../", import.meta.url));
const DATA = process.env.RYUGU_SHARED_DATA ?? join(REPOSITORY, "../shared/data");

/** Avatars as they are found in the world, of which none can be worn as it is; empty where there are none here. */
export const MALFORMED: readonly string[] = list(join(DATA, "avatars/malformed"));

/** Good avatars by others, each written by another program: VRM 1.0 and 0.x. */
export const FOREIGN: { readonly one: string; readonly zero: string } | undefined =
  MALFORMED.length === 0
    ? undefined
    : {
        one: join(DATA, "avatars/spec_mtoon_uvanim_v1.vrm"),
        zero: join(DATA, "avatars/godette_v0.vrm"),
      };

function list(folder: string): string[] {
  if (existsSync(folder)) return readdirSync(folder).map((name) => join(folder, name));
  if (process.env.CI === "true") throw new Error(`There are no avatars at ${folder}.`);
  return [];
}
