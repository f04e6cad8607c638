import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { PACKAGE_ROOT } from "../scripts/forge.ts";

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
  /** The digest of the sources, and of the tests, that this was found with. */
  source: string;
  tests: string;
}

const FILE = join(PACKAGE_ROOT, "..", "..", ".ryugu", "mutation.jsonl");

/** What was found so far, on disk, so that a run can be stopped and gone on with. */
export class Journal {
  readonly #source = digest("src");
  readonly #tests = digest("test");

  /**
   * What still holds: anything of the same sources; of other tests what they killed, and survivors that were explained.
   */
  known(explained: ReadonlySet<string>): Map<string, Outcome> {
    const lines = existsSync(FILE) ? readFileSync(FILE, "utf8").split("\n").filter(Boolean) : [];
    const outcomes = lines.map((line): Outcome => JSON.parse(line));
    const holds = ({ id, source, tests, fate }: Outcome) =>
      source === this.#source &&
      (tests === this.#tests || fate !== "survived" || explained.has(id));
    return new Map(outcomes.filter(holds).map((outcome) => [outcome.id, outcome]));
  }

  add(found: Omit<Outcome, "source" | "tests">): Outcome {
    const outcome = { ...found, source: this.#source, tests: this.#tests };
    mkdirSync(dirname(FILE), { recursive: true });
    appendFileSync(FILE, `${JSON.stringify(outcome)}\n`);
    return outcome;
  }
}

function digest(folder: string): string {
  const hash = createHash("sha256");
  const root = join(PACKAGE_ROOT, folder);
  for (const file of readdirSync(root, { recursive: true, encoding: "utf8" }).sort()) {
    if (file.endsWith(".sol")) hash.update(file).update(readFileSync(join(root, file)));
  }
  return hash.digest("hex").slice(0, 16);
}
