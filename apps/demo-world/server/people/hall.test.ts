import fc from "fast-check";
import { expect, test } from "vitest";
import { canStand } from "../../src/sim/body/collide.ts";
import { RUN_SPEED } from "../../src/sim/body/speed.ts";
import { MINATO } from "../../src/sim/place/minato.ts";
import { readServerMessage } from "../../src/sim/protocol/from-server.ts";
import type { Motion } from "../../src/sim/protocol/references.ts";
import { accountOf } from "../../test/support/hall.ts";
import { hold, rename } from "./appear.ts";
import { comeBack, type Entry, goAway, join, leave } from "./enter.ts";
import { createHall, type Effect, type Hall, type Visitor, visibleIds } from "./hall.ts";
import { flushPoses, pose } from "./move.ts";
import { say, staffSays } from "./speak.ts";

const BOOTH = { x: -15, z: 7.5 };
const newHall = (limit = 120) =>
  createHall({ place: MINATO, limit, booths: new Map([["aonami", BOOTH]]) });
const arrival = (number: number, more: object = {}) => ({
  account: accountOf(number),
  name: `P${number}`,
  avatar: { kind: "own", id: "nagi" } as const,
  ...more,
});
function admitted(entry: Entry): Visitor {
  if ("refused" in entry) throw new Error(entry.refused);
  return entry.visitor;
}
const messages = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === "send" ? [effect.message] : []));

test("nobody arrives inside somebody else, however many come", () => {
  const hall = newHall();
  for (let i = 0; i < 20; i++) admitted(join(hall, arrival(i), 0));
  const stands = [...hall.visitors.values()];
  for (const a of stands) {
    expect(canStand(MINATO, a.x, a.z)).toBe(true);
    const nearest = stands.filter((b) => b !== a).map((b) => Math.hypot(a.x - b.x, a.z - b.z));
    expect(Math.min(...nearest)).toBeGreaterThan(0.7);
  }
});

test("a broken connection goes on where one stood, or can have walked, and nowhere else", () => {
  const hall = newHall();
  const at = { x: 0, z: 0, heading: 1 };
  const first = admitted(join(hall, arrival(1, { at }), 0));
  expect(first).toMatchObject(at);
  leave(hall, first.id, "lost", 1_000);
  expect(admitted(join(hall, arrival(1, { at: { ...at, x: 4 } }), 2_000))).toMatchObject({ x: 4 });
  leave(hall, 2, "lost", 3_000);
  const far = { x: -14, z: 4, heading: 0 };
  expect(admitted(join(hall, arrival(1, { at: far }), 4_000))).toMatchObject({ x: 4, z: 0 });
  leave(hall, 3, "lost", 5_000);
  const { stepOut } = MINATO.doors[0] ?? { stepOut: at };
  expect(admitted(join(hall, arrival(1, { at: stepOut }), 6_000))).toMatchObject(stepOut);
  leave(hall, 4, "lost", 7_000);
  const wall = { x: 0, z: -5, heading: 0 };
  expect(canStand(MINATO, wall.x, wall.z)).toBe(false);
  expect(admitted(join(hall, arrival(2, { at: wall }), 8_000))).not.toMatchObject({ z: -5 });
});

test("out of the corridor one steps through its door, or from where one went in", () => {
  const hall = newHall();
  const visitor = admitted(join(hall, arrival(1), 0));
  goAway(hall, visitor, 0);
  comeBack(hall, visitor, { x: 0, z: 0, heading: 0 }, 500);
  expect(visitor).toMatchObject({ x: 16, z: 0, isAway: false });
});

test("departures are remembered within bounds", () => {
  const hall = newHall();
  for (let i = 0; i < 1_100; i++) {
    leave(hall, admitted(join(hall, arrival(i), i)).id, "left", i);
  }
  expect(hall.departures.size).toBe(1_000);
  expect(hall.visitors.size).toBe(0);
});

test("names are cleaned wherever they come in", () => {
  const hall = newHall();
  const visitor = admitted(join(hall, arrival(1, { name: "  A\u202eB\u200b\n" }), 0));
  expect(visitor.name).toBe("AB");
  expect(messages(rename(hall, visitor, "\u2066"))).toEqual([{ t: "refused", code: "name-empty" }]);
  expect(visitor.name).toBe("AB");
});

test("bunched poses of a late connection are believed, a stream that is too fast is not", () => {
  const hall = newHall();
  const visitor = admitted(join(hall, arrival(1, { at: { x: -15, z: 0, heading: 0 } }), 0));
  const step = (dx: number, now: number) =>
    pose(hall, visitor, { x: visitor.x + dx, z: 0, heading: 0, motion: "run" }, now);
  for (let i = 0; i < 30; i++) expect(step(RUN_SPEED / 10, 3_000)).toEqual([]);
  let metres = 0;
  for (let now = 3_000; now < 13_000; now += 50) {
    if (step(visitor.x > 0 ? -1.1 : 1.1, now).length === 0) metres += 1.1;
  }
  expect(metres).toBeLessThan(10 * RUN_SPEED * 1.25 + 30);
});

test("who asked at a booth hears the answer wherever they are now", () => {
  const hall = newHall();
  const asker = admitted(join(hall, arrival(1), 0));
  const near = admitted(join(hall, arrival(2, { at: { ...BOOTH, heading: 0, z: 6 } }), 0));
  admitted(join(hall, arrival(3), 0));
  say(hall, asker, { text: "Hello", booth: "aonami" }, 0);
  const [effect] = staffSays(hall, "aonami", { name: "A", text: "Yes", at: 1, staff: true });
  expect(effect?.kind === "send" && [...effect.to].sort()).toEqual([asker.id, near.id]);
});

type Deed = (hall: Hall, visitor: Visitor | undefined, now: number) => readonly Effect[];
const coordinate = fc.double({ min: -25, max: 25, noNaN: true });
const on =
  (act: (hall: Hall, visitor: Visitor, now: number) => readonly Effect[]): Deed =>
  (hall, visitor, now) =>
    visitor === undefined ? [] : act(hall, visitor, now);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc
    .record({
      number: fc.nat(12),
      at: fc.option(
        fc.record({
          x: coordinate,
          z: coordinate,
          heading: fc.double({ min: -10, max: 10, noNaN: true }),
        }),
      ),
      away: fc.boolean(),
    })
    .map(
      ({ number, at, away }): Deed =>
        (hall, _, now) => {
          const entry = join(hall, arrival(number, { at: at ?? undefined, away }), now);
          return "refused" in entry ? [] : entry.effects;
        },
    ),
  fc.constantFrom<Deed>(
    on((hall, visitor, now) => leave(hall, visitor.id, "lost", now)),
    on(goAway),
    on((hall, visitor) => hold(hall, visitor, null)),
    (hall, _, now) => flushPoses(hall, now),
  ),
  fc
    .tuple(coordinate, coordinate)
    .map(([x, z]) =>
      on((hall, visitor, now) => comeBack(hall, visitor, { x, z, heading: 0 }, now)),
    ),
  fc
    .tuple(coordinate, coordinate, fc.constantFrom<Motion>("idle", "walk", "run"))
    .map(([x, z, motion]) =>
      on((hall, visitor, now) => pose(hall, visitor, { x, z, heading: 0, motion }, now)),
    ),
  fc
    .tuple(fc.string({ maxLength: 300, unit: "binary" }), fc.constantFrom(undefined, "aonami", "x"))
    .map(([text, booth]) => on((hall, visitor, now) => say(hall, visitor, { text, booth }, now))),
);

test("whatever people do, the hall keeps its rules and says only what a client believes", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(deed, fc.nat(), fc.nat(3_000)), { maxLength: 60 }), (deeds) => {
      const hall = newHall(6);
      // What each person knows of the others, from messages alone.
      const known = new Map<number, Set<number>>();
      let now = 0;
      for (const [act, who, passed] of deeds) {
        now += passed;
        const ids = [...hall.visitors.keys()];
        const effects = act(hall, hall.visitors.get(ids[who % ids.length] ?? 0), now);
        follow(effects, known);
        check(hall, known);
      }
    }),
  );
});

function follow(effects: readonly Effect[], known: Map<number, Set<number>>): void {
  for (const effect of effects) {
    if (effect.kind === "tell") continue;
    const message = readServerMessage(JSON.stringify(effect.message));
    expect(JSON.stringify(message)).not.toMatch(/0x[0-9a-f]{40}/i);
    for (const id of effect.to) {
      if (message.t === "welcome") known.set(id, new Set(message.people.map((one) => one.id)));
      if (message.t === "joined") known.get(id)?.add(message.person.id);
      if (message.t === "left") known.get(id)?.delete(message.id);
      if (message.t !== "moved") continue;
      for (const [mover] of message.poses) {
        expect(mover === id || known.get(id)?.has(mover)).toBe(true);
      }
    }
  }
}

function check(hall: Hall, known: ReadonlyMap<number, ReadonlySet<number>>): void {
  const visitors = [...hall.visitors.values()];
  expect(visitors.length).toBeLessThanOrEqual(hall.limit);
  expect(new Set(visitors.map(({ account }) => account)).size).toBe(visitors.length);
  for (const { id, x, z, isAway } of visitors) {
    expect(canStand(MINATO, x, z)).toBe(true);
    // Everybody who is seen knows exactly who else is.
    if (!isAway) expect([...(known.get(id) ?? [])].sort()).toEqual(visibleIds(hall, id).sort());
  }
}
