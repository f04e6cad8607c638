import { leftArm, leftLeg } from "../../body/limbs.ts";
import { bindTorso } from "../../body/torso.ts";
import { trunk, trunkPoint } from "../../clothes/over-coat.ts";
import type { SkinPaint } from "../../face/head.ts";
import { smoothstep } from "../../geometry/curve.ts";
import { ball, column, loft } from "../../geometry/loft.ts";
import { bothSides, type Surface } from "../../geometry/surface.ts";
import { lock } from "../../hair/lock.ts";
import { lengthwise, plain } from "../../paint/along.ts";
import { type Atlas, blendTones, tone } from "../../paint/atlas.ts";
import { hex } from "../../paint/colour.ts";
import { swatch } from "../../paint/swatch.ts";
import { armPlaces, type Build } from "../../rig/build.ts";
import { alongSpring, type Spring } from "../../rig/springs.ts";
import { chain, rigid } from "../../rig/weights.ts";

const BELLY = column(
  [
    [0.72, 0.075, 0.07, 0.07],
    [0.69, 0.1, 0.088, 0.09],
    [0.64, 0.138, 0.112, 0.11],
    [0.55, 0.168, 0.145, 0.13],
    [0.45, 0.178, 0.16, 0.135],
    [0.36, 0.168, 0.15, 0.128],
    [0.29, 0.125, 0.11, 0.1],
    [0.262, 0.06, 0.055, 0.05],
  ],
  2.1,
);

/** A round belly with pale plates, thick limbs, and a scarf. */
export function kameBody(
  build: Build,
  atlas: Atlas,
  skin: SkinPaint,
): { parts: Surface[]; springs: Spring[] } {
  const bind = bindTorso(build, { legs: 0.3, hem: 0.22 });
  const front = atlas.picture(128, 96, paintBelly);
  const claw = swatch(atlas, ["fff2cf", "d9c2a4"]);
  const scarf = scarfParts(atlas);
  return {
    springs: scarf.springs,
    parts: [
      trunk({
        ring: BELLY,
        paint: (u, v) => front(u, v),
        bind,
        segments: [32, 16],
      }),
      bothSides(arm(build, skin)),
      bothSides(leg(build, skin)),
      bothSides(foot(build, skin)),
      ...[-1, 0, 1].map((i) => bothSides(toe(build, i, claw))),
      tail(skin),
      ...straps(atlas),
      ...scarf.parts,
    ],
  };
}

/** Pale plates in front, the skin's green behind. */
function paintBelly(across: number, down: number) {
  const turn = Math.abs(across - 0.5) * 360;
  const green = tone(hex("8ccf9d"), hex("5fa98c"));
  const pale = blendTones(
    tone(hex("fff0c4"), hex("e3c6a0")),
    tone(hex("ffe2a6"), hex("dab68c")),
    down,
  );
  const seam = Math.min(
    ...[0.36, 0.52, 0.68, 0.84].map((y) => Math.abs(down - y - 0.02 * Math.cos((turn / 75) * 1.5))),
  );
  const plate = blendTones(
    pale,
    tone(hex("e6bd7e"), hex("c79a6e")),
    1 - smoothstep(0.004, 0.013, seam),
  );
  return blendTones(plate, green, smoothstep(60, 63, turn));
}

function arm(build: Build, skin: SkinPaint): Surface {
  const x = armPlaces(build);
  return leftArm(build, {
    keys: [
      [x.upperArm - 0.03, 0.058],
      [x.upperArm + 0.03, 0.056],
      [x.lowerArm, 0.048],
      [x.hand - 0.03, 0.043],
      [x.hand + 0.01, 0.036],
    ],
    paint: plain(skin.body, 0.05),
    start: 0.05,
    end: 0.02,
    segments: [14, 10],
  });
}

function leg(build: Build, skin: SkinPaint): Surface {
  return leftLeg(build, {
    keys: [
      [0.37, 0.075],
      [0.3, 0.082],
      [0.19, 0.072],
      [0.1, 0.066],
      [0.045, 0.07],
    ],
    paint: plain(skin.body, 0.05),
    segments: [14, 9],
  });
}

function foot(build: Build, skin: SkinPaint): Surface {
  const [x] = build.hip;
  return loft({
    ring: (t) => ({
      at: [x, 0.0, -0.035 + t * 0.115],
      side: 0.066 + 0.012 * Math.sin(t * Math.PI * 0.7),
      front: 0.068 - 0.026 * t,
      back: 0.0005,
      power: 2.4,
    }),
    front: [0, 1, 0],
    segments: [16, 7],
    start: 0.036,
    end: 0.036,
    paint: plain(skin.body, 0.1),
    bind: chain(
      [
        { joint: "leftFoot", at: 0, blend: 0 },
        { joint: "leftToes", at: build.foot, blend: 0.02 },
      ],
      ([, , z]) => z,
    ),
  });
}

const toe = (build: Build, i: number, claw: ReturnType<typeof swatch>): Surface =>
  ball(
    [build.hip[0] + i * 0.038, 0.02, 0.108 - Math.abs(i) * 0.012],
    [0.0135, 0.0135, 0.0135],
    [10, 7],
    {
      paint: plain(claw),
      bind: rigid("leftToes"),
    },
  );

function tail(skin: SkinPaint): Surface {
  return loft({
    ring: (t) => ({
      at: [0, 0.3 - 0.03 * t, -0.1 - 0.085 * t],
      side: 0.036 * (1 - t * 0.75),
      front: 0.03 * (1 - t * 0.75),
      back: 0.03 * (1 - t * 0.75),
    }),
    front: [0, 1, 0],
    segments: [10, 5],
    end: 0.012,
    paint: plain(skin.body, 0.1),
    bind: rigid("hips"),
  });
}

/** Leather straps over the shoulders hold the shell. */
function straps(atlas: Atlas): Surface[] {
  const leather = swatch(atlas, ["a8643f", "7d453c"], ["c07a4c", "8f5344"]);
  const strap = loft({
    ring: (t) => {
      const down = 0.1 + t * 0.66;
      const [x, y, z] = trunkPoint(BELLY, 44 + 26 * t ** 2, down, 0.002);
      return { at: [x, y, z], side: 0.019, front: 0.007, back: 0.004, power: 3 };
    },
    front: (t) => {
      const [x, , z] = trunkPoint(BELLY, 44 + 26 * t ** 2, 0.1 + t * 0.66, 0);
      return [x, 0.02, z];
    },
    segments: [8, 14],
    paint: lengthwise(leather),
    bind: rigid("chest"),
  });
  const buckle = ball(trunkPoint(BELLY, 50, 0.42, 0.008), [0.016, 0.016, 0.01], [10, 6], {
    paint: plain(swatch(atlas, ["ffd98a", "d9a05c"])),
    bind: rigid("chest"),
  });
  return [bothSides(strap), bothSides(buckle)];
}

function scarfParts(atlas: Atlas): { parts: Surface[]; springs: Spring[] } {
  const red = swatch(atlas, ["f26a5a", "c74b55"], ["e2504a", "b23c4a"]);
  const around = loft({
    ring: (t) => {
      const angle = t * 2 * Math.PI + Math.PI;
      return {
        at: [
          Math.sin(angle) * 0.112,
          0.708 - 0.012 * Math.cos(angle),
          Math.cos(angle) * 0.105 + 0.006,
        ],
        side: 0.034,
        front: 0.03,
        back: 0.024,
      };
    },
    front: (t) => [-Math.sin(t * 2 * Math.PI), 0, -Math.cos(t * 2 * Math.PI)],
    segments: [10, 24],
    paint: (u) => red(0.5 + 0.5 * Math.cos(u * 4 * Math.PI)),
    bind: rigid("chest"),
  });
  const tails: Spring[] = [0, 1].map((i) => ({
    name: `scarf-${i}`,
    parent: "chest",
    points: [
      [0.07 + 0.012 * i, 0.69, 0.108],
      [0.082 + 0.03 * i, 0.61, 0.15],
      [0.086 + 0.045 * i, 0.53 + 0.03 * i, 0.168],
    ],
    stiffness: 0.7,
    gravity: 0.12,
    drag: 0.35,
    radius: 0.02,
    avoids: ["body"],
  }));
  const ends = tails.map((spring, i) =>
    lock({
      at: (t) => [
        0.07 + 0.012 * i + (0.016 + 0.033 * i) * t,
        0.7 - (0.18 - 0.03 * i) * t,
        0.105 + 0.065 * t ** 0.8,
      ],
      around: [0, 0.58, 0],
      width: 0.034,
      flat: 0.26,
      profile: [
        [0, 0.5],
        [0.4, 0.85],
        [0.95, 1],
        [1, 0.9],
      ],
      paint: lengthwise(red),
      bind: alongSpring(spring),
      segments: [8, 6],
    }),
  );
  const knot = ball([0.07, 0.7, 0.112], [0.03, 0.028, 0.024], [10, 7], {
    paint: plain(red, 0.2),
    bind: rigid("chest"),
  });
  return { parts: [around, knot, ...ends], springs: tails };
}
