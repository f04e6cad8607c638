import { existsSync, realpathSync } from "node:fs";
import { delimiter, join } from "node:path";
import { REPOSITORY } from "./places.ts";
import { runOrFail } from "./run-command.ts";

/** One Node on this machine. */
export interface NodeBinary {
  path: string;
  version: string;
}

/** The Nodes a packed SDK is run on: the workspace's, and the one of the shell where that is another. */
export async function nodeBinaries(): Promise<NodeBinary[]> {
  const shell = (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => !folder.startsWith(REPOSITORY))
    .map((folder) => join(folder, "node"))
    .find((path) => existsSync(path) && !realpathSync(path).startsWith(REPOSITORY));
  const paths = shell === undefined ? [process.execPath] : [process.execPath, shell];
  const binaries = await Promise.all(
    paths.map(async (path) => ({
      path,
      version: (await runOrFail(path, ["--version"], REPOSITORY)).trim(),
    })),
  );
  return binaries.filter(
    ({ version }, i) => binaries.findIndex((b) => b.version === version) === i,
  );
}
