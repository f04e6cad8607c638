import { expect, test } from "vitest";
import type { Disasters } from "./actors/schedule.ts";
import { playSchedule } from "./actors/schedule.ts";
import { tryLaws } from "./actors/trial.ts";
import type { RefusalName } from "./refusal.ts";
import { RULES, type Rules } from "./rules.ts";

/** A quarter of the schedules each: nothing but everyday life, a captured chain, a rewritten one, one that dies. */
const disastersOf = (seed: number): Disasters => ({
  capture: seed % 4 === 1,
  rewrite: seed % 4 === 2,
  death: seed % 4 === 3,
});

test("the laws hold after every step of 320 schedules of 220 steps", () => {
  const events = new Map<string, number>();
  const outcomes = new Map<string, number>();
  let steps = 0;
  for (let seed = 1; seed <= 320; seed++) {
    const trial = tryLaws(seed, 220, { disasters: disastersOf(seed) });
    expect(trial.finding).toBeUndefined();
    for (const [name, times] of trial.events) events.set(name, (events.get(name) ?? 0) + times);
    for (const [name, times] of trial.outcomes) {
      outcomes.set(name, (outcomes.get(name) ?? 0) + times);
      steps += times;
    }
  }
  expect(steps).toBeGreaterThan(320 * 140);
  for (const name of SEEN) expect(events.get(name) ?? 0, name).toBeGreaterThan(9);
  for (const [action, refusal] of REFUSED) {
    expect(outcomes.get(`${action} ${refusal}`) ?? 0, `${action} ${refusal}`).toBeGreaterThan(0);
  }
});

/** What must have happened for the schedules to mean anything. */
const SEEN = [
  ...["MessageSent", "MessagesDelivered", "MessageClaimed", "MessageParked", "MessageRetried"],
  ...["MessageReturned", "MessageRedirected", "Rotated", "Paused", "LaneHalted", "LaneReAnchored"],
  ...["PolicyProposed", "LimitSet", "WindDownProposed", "HoldingClaimed", "LaneRetired"],
];

const REFUSED: readonly (readonly [string, RefusalName])[] = [
  ["deliver", "QuorumMissing"],
  ["deliver", "LanePaused"],
  ["claim", "AlreadyConsumed"],
  ["claim", "RecordUnknown"],
  ["claim", "QuorumMissing"],
  ["send", "PolicyRefused"],
  ["send", "LaneRetired"],
  ["send", "ReceivedLess"],
  ["retry", "LimitReached"],
  ["retry", "CollectionQuarantined"],
  ["redirect", "NotEntitled"],
  ["send-by-signature", "NonceUsed"],
  ["act", "NonceWrong"],
  ["act", "QuorumMissing"],
  ["pause", "PauseBudgetSpent"],
  ["claim-leaf", "LeafClaimed"],
];

/** Every rule of the protocol that can be broken here; windows are a choice, not a rule. */
const BREAKABLE = (Object.keys(RULES) as (keyof Rules)[]).filter((rule) => rule !== "windows");

test.each(BREAKABLE)("the laws notice when the model breaks %s", (rule) => {
  const found = () => {
    for (let seed = 1; seed <= 150; seed++) {
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
