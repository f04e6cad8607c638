import { readFileSync } from "node:fs";
import { isRunning, type ProcessIdentity } from "./identity.ts";
import { endGroup } from "./signal-group.ts";
import { writeFileAtomic } from "./write-atomic.ts";

/** A running program of the zone, as it stands in `processes.json`. */
export interface RegisteredProcess extends ProcessIdentity {
  name: string;
}

/** Writes down which processes run, so that a later start can end what a killed one left behind. */
export function writeRegistry(path: string, processes: readonly RegisteredProcess[]): void {
  writeFileAtomic(path, `${JSON.stringify(processes, null, 2)}\n`);
}

/** Which processes were running when the registry was last written; none when it cannot be read. */
export function readRegistry(path: string): RegisteredProcess[] {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return [];
  }
}

/** Ends what an earlier start left running; answers the names. Processes of others are never touched. */
export async function endLeftovers(path: string): Promise<string[]> {
  const left = readRegistry(path).filter(isRunning);
  await Promise.all(left.map(endGroup));
  return left.map(({ name }) => name);
}
