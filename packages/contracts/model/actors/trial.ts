import { setAt } from "../honest.ts";
import { type Violation, violation } from "../laws/violation.ts";
import { lawOfQuorum, lawsOfExit, lawsOfState } from "../laws.ts";
import { chainOf } from "../model.ts";
import type { ValidatorSet } from "../state/validator-set.ts";
import { type Play, playSchedule } from "./schedule.ts";

/** The first step of a schedule after which a law did not hold. */
export interface Finding {
  readonly seed: number;
  readonly step: number;
  readonly violations: readonly Violation[];
}

/** What a trial saw, so that a test can tell that it saw enough. */
export interface Trial {
  readonly finding: Finding | undefined;
  /** Steps by action and outcome, as `deliver ok` or `claim AlreadyConsumed`. */
  readonly outcomes: ReadonlyMap<string, number>;
  /** Events by name. */
  readonly events: ReadonlyMap<string, number>;
}

/** Plays one schedule and checks every law after every step; those of exit, which are dear, after every so many. */
export function tryLaws(seed: number, steps: number, play: Play = {}, exitEvery = 20): Trial {
  let finding: Finding | undefined;
  let at = 0;
  let before: ValidatorSet | undefined;
  const outcomes = new Map<string, number>();
  const events = new Map<string, number>();
  const herald: Play["herald"] = ({ action }, { model, now }) => {
    before = setAt(chainOf(model, action.on), now);
  };
  playSchedule(
    seed,
    steps,
    ({ action, hostile }, outcome, { model, now, distrusted }) => {
      if (finding !== undefined || before === undefined) return;
      at += 1;
      count(outcomes, `${action.type} ${outcome.done ? "ok" : outcome.refusal}`);
      for (const { name } of outcome.done ? outcome.events : []) count(events, name);
      const violations = [
        ...lawsOfState(model, distrusted),
        ...(at % exitEvery === 0 ? lawsOfExit(model, now, distrusted) : []),
        ...lawOfQuorum(before, action, outcome),
        ...(hostile && outcome.done ? [violation(9, `an attack by ${action.type} was done`)] : []),
      ];
      if (violations.length > 0) finding = { seed, step: at, violations };
    },
    { ...play, herald },
  );
  return { finding, outcomes, events };
}

const count = (into: Map<string, number>, name: string) =>
  into.set(name, (into.get(name) ?? 0) + 1);
