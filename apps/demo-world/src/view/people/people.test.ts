import { PerspectiveCamera, Scene } from "three";
import { expect, test } from "vitest";
import { otherFrom } from "../../sim/people/other.ts";
import { createWorld } from "../../sim/world/world.ts";
import type { Frame } from "../stage/scenery.ts";
import type { WorldViewProps } from "../world-view-props.ts";
import { createPeople } from "./people.ts";

function setUp() {
  const world = createWorld("minato", "Nagi", { kind: "own", id: "nagi" });
  const problems: string[] = [];
  const props: WorldViewProps = {
    world,
    platforms: {},
    // Nobody answers there: everybody stays a small light.
    assets: {
      avatarUrl: () => "http://127.0.0.1:1/",
      modelUrl: async () => undefined,
      imageUrl: () => "",
    },
    crossing: () => undefined,
    detail: "reduced",
    reducedMotion: false,
    locale: "en",
    onStep() {},
    onAvatarProblem: (_, code) => problems.push(code),
  };
  const scene = new Scene();
  const people = createPeople(scene, "reduced", () => props);
  const camera = new PerspectiveCamera();
  const frame: Frame = {
    world,
    seconds: 0.6,
    driftTime: 0,
    camera,
    crossing: undefined,
    detail: "reduced",
    reducedMotion: false,
  };
  return { world, scene, people, frame, problems };
}

const somebody = (id: number) =>
  otherFrom(
    {
      id,
      name: `Person ${id}`,
      avatar: { kind: "own", id: "kame" },
      held: null,
      x: id,
      z: 2,
      heading: 1,
      motion: "walk",
    },
    0,
  );

test("everybody has a figure where they stand; who leaves is gone", () => {
  const { world, scene, people, frame } = setUp();
  people.update(frame);
  const alone = scene.children.length;
  for (let id = 1; id <= 10; id++) world.others.set(id, somebody(id));
  people.update(frame);
  expect(scene.children.length).toBe(alone + 10);
  const third = scene.children.find(({ position }) => position.x === 3 && position.z === 2);
  expect(third?.rotation.y).toBe(1);
  for (let id = 1; id <= 9; id++) world.others.delete(id);
  people.update(frame);
  expect(scene.children.length).toBe(alone + 1);
  people.dispose();
  expect(scene.children).toEqual([]);
});

test("oneself is there although no avatar comes, and the page is told why", async () => {
  const { people, frame, problems } = setUp();
  people.update(frame);
  expect(people.hasMe()).toBe(false);
  await expect.poll(() => people.hasMe()).toBe(true);
  expect(problems).toContain("avatar-unreachable");
});
