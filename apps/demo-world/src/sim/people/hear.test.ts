import { expect, test } from "vitest";
import type { PersonHere } from "../protocol/from-server.ts";
import { createWorld } from "../world/world.ts";
import { hearServer, saidSeconds } from "./hear.ts";

const NAGI = { kind: "own", id: "nagi" } as const;
const TOKEN = { chain: "eip155:1", contract: `0x${"a".repeat(40)}`, id: "1" };
const person = (id: number, x = 0): PersonHere => ({
  id,
  name: `P${id}`,
  avatar: NAGI,
  held: null,
  x,
  z: 0,
  heading: 0,
  motion: "idle",
});
const here = () => createWorld("minato", "Umi", NAGI);
const welcome = (world: ReturnType<typeof here>, people: PersonHere[] = []) =>
  hearServer(
    world,
    { t: "welcome", you: 1, at: { x: world.me.x, z: world.me.z, heading: 0 }, people, now: 0 },
    undefined,
  );

test("a welcome shows everybody but oneself, and forgets who was there before", () => {
  const world = here();
  welcome(world, [person(1), person(2)]);
  expect([...world.others.keys()]).toEqual([2]);
  welcome(world, [person(3)]);
  expect([...world.others.keys()]).toEqual([3]);
});

test("a welcome elsewhere puts one there; one nearby does not pull one back", () => {
  const world = here();
  const before = world.me.x;
  hearServer(
    world,
    {
      t: "welcome",
      you: 1,
      at: { x: before + 0.3, z: world.me.z, heading: 0 },
      people: [],
      now: 0,
    },
    1,
  );
  expect(world.me.x).toBe(before);
  hearServer(world, { t: "placed", at: { x: 3, z: 2, heading: 1 } }, 1);
  expect(world.me).toMatchObject({ x: 3, z: 2, heading: 1 });
});

test("others move, speak, carry and leave; unknown people change nothing", () => {
  const world = here();
  welcome(world, [person(2)]);
  hearServer(
    world,
    {
      t: "moved",
      now: 0,
      poses: [
        [2, 5, 5, 0, 1],
        [9, 1, 1, 0, 0],
      ],
    },
    1,
  );
  expect(world.others.get(2)?.to).toMatchObject({ x: 5, z: 5 });
  hearServer(world, { t: "said", id: 2, name: "P2", text: "hello", at: 0 }, 1);
  expect(world.others.get(2)?.said?.text).toBe("hello");
  hearServer(world, { t: "held", id: 2, token: TOKEN }, 1);
  expect(world.others.get(2)?.held).toEqual(TOKEN);
  hearServer(world, { t: "emoted", id: 2, emote: "bow" }, 1);
  expect(world.others.get(2)?.emote?.kind).toBe("bow");
  hearServer(world, { t: "left", id: 2, reason: "left" }, 1);
  expect(world.others.size).toBe(0);
});

test("what is said of oneself is one's own", () => {
  const world = here();
  hearServer(world, { t: "held", id: 1, token: TOKEN }, 1);
  hearServer(world, { t: "renamed", id: 1, name: "Nami" }, 1);
  expect(world.me).toMatchObject({ held: TOKEN, name: "Nami" });
});

test("more words hang longer, within reason", () => {
  expect(saidSeconds("hi")).toBeLessThan(saidSeconds("a longer sentence"));
  expect(saidSeconds("x".repeat(9_999))).toBeLessThanOrEqual(10);
});
