import fc from "fast-check";
import { expect, test } from "vitest";
import {
  createPerformer,
  createPose,
  type Doing,
  GRIP,
  MOTION_BONES,
  MOTIONS_BY_NAME,
  type MotionBone,
  type MotionName,
  mirrorPose,
  type Pose,
  perform,
  pose,
} from "./index.ts";

const NAMES = Object.keys(MOTIONS_BY_NAME) as MotionName[];

const rotation = ({ rotations }: Pose, bone: MotionBone) =>
  [...rotations.subarray(MOTION_BONES.indexOf(bone) * 4, MOTION_BONES.indexOf(bone) * 4 + 4)] as [
    number,
    number,
    number,
    number,
  ];

/** The largest angle between any bone in two poses, in degrees. */
function farthest(a: Pose, b: Pose): number {
  const angles = MOTION_BONES.map((bone) => {
    const [p, q] = [rotation(a, bone), rotation(b, bone)];
    const alike = Math.abs(p.reduce((sum, x, i) => sum + x * (q[i] ?? 0), 0));
    return (2 * Math.acos(Math.min(1, alike)) * 180) / Math.PI;
  });
  return Math.max(...angles);
}

function poseOf(name: MotionName, seconds: number): Pose {
  const out = createPose();
  pose(name, seconds, out);
  return out;
}

test("every rotation is a unit quaternion at any time", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...NAMES),
      fc.double({ min: 0, max: 600, noNaN: true }),
      (name, seconds) => {
        const { rotations } = poseOf(name, seconds);
        for (let i = 0; i < rotations.length; i += 4) {
          expect(Math.hypot(...rotations.subarray(i, i + 4))).toBeCloseTo(1, 5);
        }
      },
    ),
  );
});

test.each(NAMES)("%s moves without a jump, and a loop closes", (name) => {
  const { seconds, loops } = MOTIONS_BY_NAME[name];
  const steps = Math.ceil(seconds * 120);
  for (let i = 0; i < steps; i++) {
    const [a, b] = [poseOf(name, (i / steps) * seconds), poseOf(name, ((i + 1) / steps) * seconds)];
    expect(farthest(a, b), `${name} at ${i}`).toBeLessThan(14);
    expect(Math.abs((a.hips[1] ?? 0) - (b.hips[1] ?? 0))).toBeLessThan(0.02);
  }
  if (loops) expect(farthest(poseOf(name, 0), poseOf(name, seconds))).toBeLessThan(0.1);
});

/** Elbows and knees bend one way only: about y and about x, each in its own direction. */
const BENDS: readonly (readonly [bone: MotionBone, axis: 0 | 1, sign: 1 | -1])[] = [
  ["leftLowerArm", 1, -1],
  ["rightLowerArm", 1, 1],
  ["leftLowerLeg", 0, 1],
  ["rightLowerLeg", 0, 1],
];

test("elbows and knees bend the way they can, and no further", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...NAMES),
      fc.double({ min: 0, max: 60, noNaN: true }),
      (name, seconds) => {
        const stance = poseOf(name, seconds);
        for (const [bone, axis, sign] of BENDS) {
          const turned = rotation(stance, bone);
          const degrees = (2 * Math.atan2(turned[axis] * sign, turned[3]) * 180) / Math.PI;
          expect(degrees, `${name} ${bone}`).toBeGreaterThanOrEqual(-0.01);
          expect(degrees, `${name} ${bone}`).toBeLessThan(140);
        }
      },
    ),
  );
});

test("a pose mirrored twice is itself", () => {
  const [once, twice] = [createPose(), createPose()];
  for (const name of NAMES) {
    const stance = poseOf(name, 0.7);
    mirrorPose(stance, once);
    mirrorPose(once, twice);
    expect(twice).toEqual(stance);
  }
  mirrorPose(poseOf("wave", 0.7), once);
  expect(rotation(once, "leftUpperArm")[0]).toBeCloseTo(
    rotation(poseOf("wave", 0.7), "rightUpperArm")[0],
  );
});

test("a walk's second step mirrors its first", () => {
  const mirrored = createPose();
  const { seconds } = MOTIONS_BY_NAME.walk;
  mirrorPose(poseOf("walk", 0.1), mirrored);
  expect(farthest(mirrored, poseOf("walk", 0.1 + seconds / 2))).toBeLessThan(0.5);
});

test("a figure goes from motion to motion, waves and takes things up without a jump", () => {
  const actions: Doing[] = [
    { motion: "idle", holds: false },
    { motion: "walk", holds: false },
    { motion: "run", holds: true },
    { motion: "idle", emote: "wave", holds: true },
    { motion: "idle", emote: "bow", holds: false },
    { motion: "sit", holds: false },
    { motion: "idle", emote: "nod", holds: false },
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...actions), { minLength: 2, maxLength: 5 }), (row) => {
      const performer = createPerformer();
      const before = createPose();
      perform(performer, { motion: "idle", holds: false }, 1 / 60);
      for (const doing of row) {
        for (let frame = 0; frame < 150; frame++) {
          before.rotations.set(performer.out.rotations);
          before.hips.set(performer.out.hips);
          perform(performer, { ...doing, emoteSeconds: frame / 60 }, 1 / 60);
          expect(farthest(before, performer.out)).toBeLessThan(26);
        }
      }
    }),
    { numRuns: 12 },
  );
});

test("whoever carries something waves with the other hand", () => {
  const performer = createPerformer();
  const doing: Doing = { motion: "idle", holds: true };
  for (let frame = 0; frame < 120; frame++) perform(performer, doing, 1 / 60);
  const carried = rotation(performer.out, "rightLowerArm");
  perform(performer, { ...doing, emote: "wave", emoteSeconds: 1.2 }, 0);
  expect(rotation(performer.out, "rightLowerArm")).toEqual(carried);
  const [x] = rotation(performer.out, "leftUpperArm");
  expect(x).toBeLessThan(-0.5);
});

test("what is carried stands upright in the hand that holds it", () => {
  const stance = poseOf("hold", 0);
  const up = (
    [
      "hips",
      "spine",
      "chest",
      "rightShoulder",
      "rightUpperArm",
      "rightLowerArm",
      "rightHand",
    ] as const
  )
    .map((bone) => rotation(stance, bone))
    .concat([[...GRIP.turn] as [number, number, number, number]])
    .reduceRight<[number, number, number]>((at, turn) => rotate(turn, at), [0, 1, 0]);
  expect(up[1]).toBeCloseTo(1, 5);
});

function rotate(
  [x, y, z, w]: readonly [number, number, number, number],
  [a, b, c]: [number, number, number],
): [number, number, number] {
  const [tx, ty, tz] = [2 * (y * c - z * b), 2 * (z * a - x * c), 2 * (x * b - y * a)];
  return [a + w * tx + y * tz - z * ty, b + w * ty + z * tx - x * tz, c + w * tz + x * ty - y * tx];
}
