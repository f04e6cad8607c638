import { expect, test } from "vitest";
import { otherFrom } from "../people/other.ts";
import { MINATO } from "../place/minato.ts";
import { stepWorld } from "./step.ts";
import { createWorld, enterPlace, putMe } from "./world.ts";

const OWN = { kind: "own", id: "nagi" } as const;
const world = () => createWorld("minato", "Aiko", OWN);
const gate = { x: 17, z: 0, heading: Math.PI / 2 };

function walkEast(into: ReturnType<typeof world>, seconds: number): void {
  into.input.forward = 1;
  into.camera.yaw = Math.PI / 2;
  for (let t = 0; t < seconds; t += 1 / 60) stepWorld(into, 1 / 60);
}

test("a closed gate holds; an open one says once who walked in", () => {
  const held = world();
  putMe(held, gate);
  walkEast(held, 2);
  expect(held.me.x).toBeLessThan(18.4);
  expect(held.events.filter(({ kind }) => kind === "through-door")).toEqual([]);

  const open = world();
  putMe(open, gate);
  open.open.add("corridor");
  walkEast(open, 2);
  expect(open.events.filter(({ kind }) => kind === "through-door")).toEqual([
    { kind: "through-door", from: "minato", to: "corridor" },
  ]);
});

test("what one comes near to is told once, and when one leaves it", () => {
  const here = world();
  putMe(here, { x: 0, z: -3.6, heading: 0 });
  stepWorld(here, 1 / 60);
  stepWorld(here, 1 / 60);
  putMe(here, MINATO.arrival);
  stepWorld(here, 1 / 60);
  expect(here.events).toMatchObject([
    { kind: "near", spot: { kind: "gifts" } },
    { kind: "near", spot: undefined },
  ]);
});

test("a tab that slept an hour moves nobody an hour's way", () => {
  const here = world();
  here.input.forward = 1;
  here.camera.yaw = Math.PI / 2;
  const before = here.me.x;
  stepWorld(here, 3_600);
  expect(here.me.x - before).toBeLessThan(3);
  expect(here.time).toBe(3_600);
});

test("a machine that draws twice a second walks as fast as one that draws sixty times", () => {
  const far = [1 / 60, 1 / 2].map((frame) => {
    const here = world();
    here.camera.yaw = Math.PI / 2;
    here.input.forward = 1;
    for (let i = 0; i < Math.round(2 / frame); i++) stepWorld(here, frame);
    return here.me.x - MINATO.arrival.x;
  });
  expect(far[0]).toBeGreaterThan(5);
  expect(far[1]).toBeCloseTo(far[0] ?? 0, 5);
});

test("an emote and a sentence pass; walking ends a wave", () => {
  const here = world();
  here.me.emote = { kind: "wave", since: 0 };
  here.me.said = { text: "hello", until: 3 };
  here.others.set(
    2,
    otherFrom(
      { id: 2, name: "Ren", avatar: OWN, held: null, x: 0, z: 0, heading: 0, motion: "idle" },
      0,
    ),
  );
  const other = here.others.get(2);
  if (other !== undefined) other.emote = { kind: "bow", since: 0 };
  for (let t = 0; t < 4; t += 0.1) stepWorld(here, 0.1);
  expect([here.me.emote, here.me.said, other?.emote]).toEqual([undefined, undefined, undefined]);
  here.me.emote = { kind: "wave", since: here.time };
  walkEast(here, 0.1);
  expect(here.me.emote).toBeUndefined();
});

test("in another place nobody of the last one is there", () => {
  const here = world();
  here.others.set(
    2,
    otherFrom(
      { id: 2, name: "Ren", avatar: OWN, held: null, x: 0, z: 0, heading: 0, motion: "idle" },
      0,
    ),
  );
  enterPlace(here, "garan", { x: 0, z: 0, heading: 1 });
  expect([here.place, here.others.size, here.me.heading, here.camera.yaw]).toEqual([
    "garan",
    0,
    1,
    1,
  ]);
});
