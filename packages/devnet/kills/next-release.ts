import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** A release of the node that lies beside the running one. */
export interface Release {
  version: string;
  /** Its `ryugu-node`. */
  program: string;
}

/** What the next release brings to the database: what its program wants, and an older one does not mind. */
const MIGRATION = `
  () => "ALTER TABLE message ADD COLUMN of_the_next_release TEXT;",`;

/**
 * Makes the release that comes after this one: this one's own files, with another version and one more migration. An
 * upgrade then does what every upgrade does: other files, another version, a newer schema under the older processes.
 */
export function makeNextRelease(folder: string): Release {
  const here = dirname(createRequire(import.meta.url).resolve("@ryugu/bridge/package.json"));
  const there = join(folder, "next-release");
  cpSync(join(here, "src"), join(there, "src"), { recursive: true });
  symlinkSync(join(here, "node_modules"), join(there, "node_modules"));
  const manifest = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));
  const version = nextOf(manifest.version);
  writeFileSync(join(there, "package.json"), JSON.stringify({ ...manifest, version }, null, 2));
  const migrations = join(there, "src/store/sql/migrations/index.ts");
  writeFileSync(migrations, withOneMore(readFileSync(migrations, "utf8")));
  return { version, program: join(there, "src/main.ts") };
}

function nextOf(version: string): string {
  const [major, minor] = version.split(".").map(Number);
  return `${major}.${(minor ?? 0) + 1}.0`;
}

function withOneMore(source: string): string {
  const end = source.lastIndexOf("\n];");
  if (end < 0) throw new RangeError("The list of migrations is not where it was.");
  return `${source.slice(0, end)}${MIGRATION}${source.slice(end)}`;
}
