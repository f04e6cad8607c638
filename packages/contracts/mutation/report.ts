import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../scripts/forge.ts";
import { grouped } from "./group.ts";
import type { Fate, Outcome } from "./journal.ts";
import type { Mutant } from "./mutants.ts";

/** The share of mutants that the tests must find. */
const NEEDED = 0.9;

/** Why a mutant may live, by its id. */
export type Reasons = Record<string, { mutant: string; reason: string }>;

const SURVIVORS = join(PACKAGE_ROOT, "mutation", "survivors.json");

/** The survivors that somebody looked at. */
export function explainedSurvivors(): Reasons {
  return JSON.parse(readFileSync(SURVIVORS, "utf8"));
}

/** Prints what became of the mutants, by folder, and the survivors; tells whether that is good. */
export function report(
  mutants: readonly Mutant[],
  outcomes: ReadonlyMap<string, Outcome>,
  reasons: Reasons,
  print: (line: string) => void,
): boolean {
  const fateOf = ({ id }: Mutant) => outcomes.get(id)?.fate;
  const tried = mutants.filter((mutant) => fateOf(mutant) !== undefined);

  print(`\n${"".padEnd(22)}${["tried", "killed", "lived", "killed"].map(column).join("")}`);
  for (const [folder, its] of grouped(tried, ({ file }) => file.replace(/\/[^/]*$/, ""))) {
    print(row(folder, its.map(fateOf)));
  }
  print(row("all", tried.map(fateOf)));

  const survivors = tried.filter((mutant) => fateOf(mutant) === "survived");
  for (const { id, file, line, before, after } of survivors) {
    const reason = reasons[id]?.reason ?? "NOT EXPLAINED in mutation/survivors.json";
    print(`\n${id}  ${file}:${line}\n  - ${before}\n  + ${after}\n  ${reason}`);
  }
  const waiting = mutants.length - tried.length;
  if (waiting > 0) print(`\n${waiting} of the sample not tried yet.`);
  const unexplained = survivors.filter(({ id }) => reasons[id] === undefined);
  return share(tried.map(fateOf)) >= NEEDED && unexplained.length === 0;
}

function row(name: string, fates: (Fate | undefined)[]): string {
  const { killed, lived } = counts(fates);
  const percent = `${(100 * share(fates)).toFixed(1)} %`;
  return name.padEnd(22) + [killed + lived, killed, lived, percent].map(column).join("");
}

/** A mutant that does not compile, or that is the same code, is none. */
function counts(fates: (Fate | undefined)[]): { killed: number; lived: number } {
  const killed = fates.filter((fate) => fate === "killed" || fate === "timeout").length;
  return { killed, lived: fates.filter((fate) => fate === "survived").length };
}

function share(fates: (Fate | undefined)[]): number {
  const { killed, lived } = counts(fates);
  return killed + lived === 0 ? 1 : killed / (killed + lived);
}

function column(value: string | number): string {
  return String(value).padStart(9);
}
