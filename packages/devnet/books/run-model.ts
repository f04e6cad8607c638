import type { ChainFacts } from "@ryugu/sdk/payout/statement";
import { coveredBy } from "./compare/statements.ts";
import { LedgerOfFacts, sideOf } from "./facts/ledger-of-facts.ts";
import { plainPlace } from "./facts/place.ts";
import { brokenLaws } from "./laws/laws.ts";
import { Tally } from "./laws/tally.ts";
import { isConduit } from "./model/credit.ts";
import { type Books, openBooks } from "./model/state.ts";
import { SIDES } from "./model/words.ts";
import { type Deed, entriesOf, type Playing, play } from "./people/play.ts";

/** What a run of the model came to. */
export interface ModelRun {
  /** What was not as it must be; nothing where all was. */
  readonly wrong: readonly string[];
  readonly deeds: number;
  /** How often what was done, and refused for which reason. */
  readonly outcomes: ReadonlyMap<string, number>;
  readonly facts: ChainFacts;
}

/** How often the laws are looked at, in deeds. */
const LOOK_EVERY = 1_000;

/** Plays the books on no chain, looks at the laws all along, and gives what chains would have told. */
export function runModel(playing: Playing): ModelRun {
  const ledger = new LedgerOfFacts(playing.stage);
  const tally = tallyOf(playing);
  const outcomes = new Map<string, number>();
  const deeds = play(playing);
  for (let count = 0; ; count++) {
    const { done, value } = deeds.next();
    if (done === true) {
      const wrong = [...tally.wrong, ...brokenLaws(value)];
      return { wrong, deeds: count, outcomes, facts: ledger.facts(coveredBy(count)) };
    }
    note(outcomes, value);
    for (const entry of entriesOf(value)) {
      tally.count(entry);
      ledger.write(entry, plainPlace(sideOf(entry), value));
    }
    const wrong = [...tally.wrong, ...(count % LOOK_EVERY === 0 ? brokenLaws(value.books) : [])];
    if (wrong.length > 0) return { wrong, deeds: count, outcomes, facts: ledger.facts([]) };
  }
}

/** Counts what was done, or why not. */
export function note(outcomes: Map<string, number>, { action, outcome }: Deed): void {
  const name = `${action.kind}: ${outcome.isDone ? "done" : outcome.reason}`;
  outcomes.set(name, (outcomes.get(name) ?? 0) + 1);
}

function tallyOf({ stage, rules }: Playing): Tally {
  const books: Books = openBooks(stage, rules);
  return new Tally({
    isConduit: (account) => SIDES.some((side) => isConduit(books, side, account)),
    isRouter: (account) => SIDES.some((side) => stage.sides[side].routers.has(account)),
  });
}
