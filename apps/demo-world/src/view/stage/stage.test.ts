import { Color, Group, PerspectiveCamera, Scene } from "three";
import { expect, test, vi } from "vitest";
import { createWorld } from "../../sim/world/world.ts";
import type { Frame, Scenery } from "./scenery.ts";
import { createStage } from "./stage.ts";

const fake = () => ({
  group: new Group(),
  background: new Color(),
  tell: vi.fn<Scenery["tell"]>(),
  update: vi.fn<Scenery["update"]>(),
  dispose: vi.fn<Scenery["dispose"]>(),
});

function setUp() {
  const scene = new Scene();
  const places = { minato: fake(), garan: fake(), corridor: fake() };
  const make = {
    minato: vi.fn(async () => places.minato),
    garan: vi.fn(async () => places.garan),
    corridor: vi.fn(async () => places.corridor),
  };
  const world = createWorld("minato", "Nagi", { kind: "own", id: "nagi" });
  const camera = new PerspectiveCamera();
  const frame: Frame = {
    world,
    seconds: 0.01,
    driftTime: 0,
    camera,
    crossing: undefined,
    detail: "full",
    reducedMotion: false,
  };
  return { scene, places, make, frame, stage: createStage(scene, make, "full") };
}

const NEWS = { platform: undefined, locale: "ja", imageUrl: () => "" } as const;

test("a place is made once, told what came before it, and shown alone", async () => {
  const { scene, places, make, frame, stage } = setUp();
  stage.tell("minato", NEWS);
  expect(stage.update(frame)).toBe(false);
  expect(stage.update(frame)).toBe(false);
  await stage.prepare("minato");
  expect(make.minato).toHaveBeenCalledTimes(1);
  expect(places.minato.tell).toHaveBeenCalledWith(NEWS);
  expect(stage.update(frame)).toBe(true);
  expect(scene.children).toEqual([places.minato.group]);
  await stage.prepare("corridor");
  frame.world.place = "corridor";
  expect(stage.update(frame)).toBe(true);
  expect(scene.children).toEqual([places.corridor.group]);
  expect(places.minato.update).toHaveBeenCalledTimes(1);
});

test("a place whose code did not come is asked for again", async () => {
  const { make, frame, stage, places } = setUp();
  make.minato.mockRejectedValueOnce(new TypeError("no network"));
  await expect(stage.prepare("minato")).rejects.toThrow("no network");
  await stage.prepare("minato");
  expect(stage.update(frame)).toBe(true);
  expect(places.minato.update).toHaveBeenCalled();
});

test("leaving frees every place, also one that was still being made", async () => {
  const { scene, places, frame, stage } = setUp();
  await stage.prepare("minato");
  stage.update(frame);
  const late = stage.prepare("garan");
  stage.dispose();
  await late;
  expect(places.minato.dispose).toHaveBeenCalledTimes(1);
  expect(places.garan.dispose).toHaveBeenCalledTimes(1);
  expect(scene.children).toEqual([]);
});
