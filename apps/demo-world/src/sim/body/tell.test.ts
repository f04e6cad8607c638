import { expect, test } from "vitest";
import { meAt } from "./me.ts";
import { poseToTell, toldNothing } from "./tell.ts";

const me = () => meAt({ x: 1.23456, z: 2, heading: 100 }, "Umi", { kind: "own", id: "nagi" });

test("the first pose is told, to the millimetre and with a heading that the server takes", () => {
  const pose = poseToTell(toldNothing(), me(), 0);
  expect(pose).toMatchObject({ t: "pose", x: 1.235, z: 2, motion: "idle" });
  expect(pose?.t === "pose" && Math.abs(pose.heading)).toBeLessThanOrEqual(Math.PI);
});

test("who stands still says nothing more; who stops says that once", () => {
  const [told, body] = [toldNothing(), me()];
  poseToTell(told, body, 0);
  expect(poseToTell(told, body, 1_000)).toBeUndefined();
  body.x += 1;
  body.motion = "walk";
  expect(poseToTell(told, body, 1_050)).toBeDefined();
  body.motion = "idle";
  // Too soon, then in time.
  expect(poseToTell(told, body, 1_060)).toBeUndefined();
  expect(poseToTell(told, body, 1_200)).toMatchObject({ motion: "idle" });
  expect(poseToTell(told, body, 2_000)).toBeUndefined();
});
