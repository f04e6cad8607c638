import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { PACKAGE_ROOT } from "../scripts/forge.ts";
import type { Mutant } from "./mutants.ts";

/**
 * `killed` a test failed; `survived` none did; `timeout` the tests did not end; `stillborn` it does not compile;
 * `equivalent` none failed, and the optimizer makes the same code of it.
 */
export type Fate = "killed" | "survived" | "timeout" | "stillborn" | "equivalent";

/** What became of a mutant. */
export interface Outcome {
  id: string;
  fate: Fate;
  /** The tests that failed first. */
  by: string[];
  seconds: number;
  /** The digests of the mutated file, and of the tests, that this was found with. */
  source: string;
  tests: string;
}

const FILE = join(PACKAGE_ROOT, "..", "..", ".ryugu", "mutation.jsonl");

/** What was found so far, on disk, so that a run can be stopped and gone on with. */
export class Journal {
  readonly #tests = testsDigest();

  /**
   * What still holds of some mutants: what was found while their file was the same; with other tests, what these killed and
   * survivors that were explained.
   */
  known(mutants: readonly Mutant[], explained: ReadonlySet<string>): Map<string, Outcome> {
    const files = new Map(mutants.map(({ id, file }) => [id, file]));
    const lines = existsSync(FILE) ? readFileSync(FILE, "utf8").split("\n").filter(Boolean) : [];
    const outcomes = lines.map((line): Outcome => JSON.parse(line));
    const holds = ({ id, source, tests, fate }: Outcome) =>
      source === fileDigest(files.get(id)) &&
      (tests === this.#tests || fate !== "survived" || explained.has(id));
    return new Map(outcomes.filter(holds).map((outcome) => [outcome.id, outcome]));
  }

  add({ id, file }: Mutant, found: Pick<Outcome, "fate" | "by" | "seconds">): void {
    const outcome: Outcome = { id, ...found, source: fileDigest(file), tests: this.#tests };
    mkdirSync(dirname(FILE), { recursive: true });
    appendFileSync(FILE, `${JSON.stringify(outcome)}\n`);
  }
}

const digests = new Map<string, string>();

/** Of a source's bytes; empty for none. */
function fileDigest(file: string | undefined): string {
  if (file === undefined) return "";
  const digest = digests.get(file) ?? short(hashed([file]));
  digests.set(file, digest);
  return digest;
}

function testsDigest(): string {
  const files = readdirSync(join(PACKAGE_ROOT, "test"), { recursive: true, encoding: "utf8" });
  const sources = files.filter((file) => file.endsWith(".sol")).sort();
  return short(hashed(sources.map((file) => `test/${file}`)));
}

function hashed(files: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update(readFileSync(join(PACKAGE_ROOT, file)));
  return hash.digest("hex");
}

function short(digest: string): string {
  return digest.slice(0, 16);
}
