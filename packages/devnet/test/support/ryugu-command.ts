import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { nodeCommand } from "../../src/process/node-command.ts";

const MAIN = fileURLToPath(new URL("../../../cli/src/main.ts", import.meta.url));
const run = promisify(execFile);

/** Runs `ryugu … --json` beside a zone, as a person would, and gives what it prints. */
async function output(zoneFolder: string, words: readonly string[]): Promise<string> {
  const { command, args } = nodeCommand(MAIN, ...words, "--json");
  const env = { ...process.env, RYUGU_ZONE: zoneFolder };
  const ran = run(command, args, { env, timeout: 60_000 });
  return (await ran.catch(answerOfOne)).stdout;
}

/** A command that ends with 1 has done its work and answers that something is left or wrong. */
function answerOfOne(error: unknown): { stdout: string } {
  const { code, stdout } = error as { code?: unknown; stdout?: string };
  if (code === 1 && stdout !== undefined && stdout !== "") return { stdout };
  throw error;
}

/** The one value that a command answers. */
export async function ryugu<T>(zoneFolder: string, ...words: string[]): Promise<T> {
  return JSON.parse(await output(zoneFolder, words));
}

/** The values that a following command prints, one a line. */
export async function ryuguLines<T>(zoneFolder: string, ...words: string[]): Promise<T[]> {
  const lines = (await output(zoneFolder, words)).trim().split("\n");
  return lines.map((line) => JSON.parse(line));
}
