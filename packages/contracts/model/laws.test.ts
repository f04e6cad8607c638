import { expect, test } from "vitest";
import type { Disasters } from "./actors/schedule.ts";
import { playSchedule } from "./actors/schedule.ts";
import { tryLaws } from "./actors/trial.ts";
import { RULES, type Rules } from "./rules.ts";

/** A quarter of the schedules each: nothing but everyday life, a captured chain, a rewritten one, one that dies. */
const disastersOf = (seed: number): Disasters => ({
  capture: seed % 4 === 1,
  rewrite: seed % 4 === 2,
  death: seed % 4 === 3,
});

/** What must have happened for the schedules to mean anything. */
const EVERYDAY = [
  ...[
    "event MessageSent",
    "event MessagesDelivered",
    "event MessageClaimed",
    "event MessageParked",
  ],
  ...["event MessageRetried", "event MessageReturned", "event MessageRedirected", "event Rotated"],
  ...["event Paused", "event PolicyProposed", "event LimitSet"],
  ...[
    "deliver QuorumMissing",
    "claim AlreadyConsumed",
    "claim CollectionUnknown",
    "send PolicyRefused",
  ],
  ...["send ReceivedLess", "redirect NotEntitled", "send-by-signature NonceUsed", "act NonceWrong"],
  ...["act QuorumMissing", "pause PauseBudgetSpent", "retry TokenFailed", "retry ok"],
];
const KINDS: readonly (readonly [string, number, readonly string[]])[] = [
  ["everyday life", 0, ["event LaneRetired", "send LaneRetired", "retry CollectionQuarantined"]],
  ["a captured chain", 1, ["forge ok", "event MessageParked"]],
  ["a rewritten chain", 2, ["event LaneHalted", "event LaneReAnchored", "claim QuorumMissing"]],
  ["a chain that dies", 3, ["event WindDownProposed", "event HoldingClaimed", "send LaneClosed"]],
];

test.each(KINDS)("the laws hold after every step of 80 schedules with %s", (_, kind, own) => {
  const seen = new Map<string, number>();
  let steps = 0;
  for (let seed = kind; seed < 320; seed += 4) {
    const trial = tryLaws(seed, 220, { disasters: disastersOf(seed) });
    expect(trial.finding).toBeUndefined();
    const events = [...trial.events].map(([name, times]) => [`event ${name}`, times] as const);
    for (const [name, times] of [...trial.outcomes, ...events]) {
      seen.set(name, (seen.get(name) ?? 0) + times);
    }
    for (const times of trial.outcomes.values()) steps += times;
  }
  expect(steps).toBeGreaterThan(80 * 120);
  const missed = [...EVERYDAY, ...own].filter((name) => !seen.has(name));
  expect(missed).toEqual([]);
});

/** What schedules do not reach, or no law is about; own tests and the comparison with the contracts see these. */
const ELSEWHERE: readonly (keyof Rules)[] = [
  ...(["opensWindows", "forgetsLostParked", "releasesStranded"] as const),
];
const BREAKABLE = (Object.keys(RULES) as (keyof Rules)[]).filter((r) => !ELSEWHERE.includes(r));

test.each(BREAKABLE)("the laws notice when the model breaks %s", (rule) => {
  const found = () => {
    for (let seed = 1; seed <= 200; seed++) {
      const play = { disasters: disastersOf(seed), rules: { [rule]: false }, attacks: 0.25 };
      const { finding } = tryLaws(seed, 220, play);
      if (finding !== undefined) return finding;
    }
    return undefined;
  };
  expect(found()).toBeDefined();
});

test("a schedule is the same whenever it is played, and whoever watches", () => {
  const play = (seed: number) => {
    const seen: string[] = [];
    const cast = playSchedule(seed, 120, ({ action }, outcome) => {
      seen.push(`${action.type} ${outcome.done ? "ok" : outcome.refusal}`);
    });
    const heads = [...cast.model.zone.chains.values()].flatMap(({ outgoing }) =>
      [...outgoing.values()].map(({ head }) => head),
    );
    return { seen, heads };
  };
  expect(play(5)).toEqual(play(5));
  expect(play(5)).not.toEqual(play(6));
  const watched = tryLaws(5, 120, {}, 1);
  const outcomes = new Map<string, number>();
  for (const name of play(5).seen) outcomes.set(name, (outcomes.get(name) ?? 0) + 1);
  expect(watched.outcomes).toEqual(outcomes);
});
