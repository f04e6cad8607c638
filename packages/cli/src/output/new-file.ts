import { access, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Cli } from "../cli.ts";
import { UsageError } from "../errors.ts";
import { unreadable } from "../input/read-source.ts";

/** Before anything is done for it: what is there already may still be needed. Throws UsageError. */
export async function assertFree(cli: Pick<Cli, "cwd">, path: string): Promise<void> {
  const isFree = await access(resolve(cli.cwd, path)).then(
    () => false,
    () => true,
  );
  if (!isFree) throw new UsageError(`There is a file already: ${path}`);
}

/** Writes a new file. Throws InputUnreadableError where that cannot be. */
export async function writeNew(
  cli: Pick<Cli, "cwd">,
  path: string,
  content: string | Uint8Array,
): Promise<void> {
  const to = resolve(cli.cwd, path);
  await writeFile(to, content, { flag: "wx" }).catch((cause: unknown) => {
    throw unreadable(path, to, cause);
  });
}
