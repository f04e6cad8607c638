import { existsSync } from "node:fs";
import { copyFile, open, readFile, rename, stat } from "node:fs/promises";
import { ChainStateLostError } from "../errors.ts";

/** How many good copies are kept besides the file that Anvil writes. */
const COPIES = 2;
const CLOSING_BRACE = "}".charCodeAt(0);

/** Where a copy of a state file is; the newest is 1. */
export const copyPath = (path: string, n: number) => `${path}.good-${n}`;

/**
 * Copies a state file beside itself when it is whole.
 *
 * Anvil truncates the file and writes it in pieces, so a SIGKILL can leave half of one. A file that ends with
 * a brace and did not change while it was copied is taken for whole; {@link recoverState} reads it all.
 *
 * @returns whether a copy was made
 */
export async function keepCopy(path: string): Promise<boolean> {
  const before = await stat(path);
  if (!(await endsWithBrace(path, before.size))) return false;
  const draft = copyPath(path, 0);
  await copyFile(path, draft);
  const after = await stat(path);
  if (after.mtimeMs !== before.mtimeMs || after.size !== before.size) return false;
  if (existsSync(copyPath(path, 1))) await rename(copyPath(path, 1), copyPath(path, COPIES));
  await rename(draft, copyPath(path, 1));
  return true;
}

/**
 * Puts the newest whole state in a state file's place. A file that Anvil has written whole is left as it is.
 *
 * @returns whether a copy had to be used
 * @throws ChainStateLostError
 */
export async function recoverState(path: string): Promise<boolean> {
  const candidates = [path, copyPath(path, 1), copyPath(path, COPIES)];
  for (const candidate of candidates) {
    if (!(await isWhole(candidate))) continue;
    if (candidate === path) return false;
    await copyFile(candidate, path);
    return true;
  }
  throw new ChainStateLostError("No saved state of the chain can be read.", {
    details: [...candidates, "Begin anew: npm start -- --fresh"],
  });
}

async function endsWithBrace(path: string, size: number): Promise<boolean> {
  if (size === 0) return false;
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
    return buffer[0] === CLOSING_BRACE;
  } finally {
    await file.close();
  }
}

async function isWhole(path: string): Promise<boolean> {
  try {
    return "accounts" in JSON.parse(await readFile(path, "utf8"));
  } catch {
    return false;
  }
}
