import { leftHand } from "../body/hand.ts";
import { leftArm, leftLeg } from "../body/limbs.ts";
import { leftShoe } from "../body/shoe.ts";
import { bindTorso } from "../body/torso.ts";
import { overlay, trunk } from "../clothes/over-coat.ts";
import { pleatedSkirt } from "../clothes/pleated-skirt.ts";
import { eyes } from "../face/eye.ts";
import type { EyeShape } from "../face/eye-shape.ts";
import { ears, headSkin, nose } from "../face/head.ts";
import { childHead } from "../face/head-shape.ts";
import { mouth } from "../face/mouth.ts";
import type { Figure } from "../figure.ts";
import { ball, column, loft } from "../geometry/loft.ts";
import { bothSides, join, mirrored, type Surface } from "../geometry/surface.ts";
import { cap } from "../hair/cap.ts";
import { bindAround, curtain } from "../hair/curtain.ts";
import { hairPaint, paintHair } from "../hair/hair-picture.ts";
import { lock } from "../hair/lock.ts";
import { byAngle, type HeadPlace, onHead, overHead } from "../hair/on-head.ts";
import { byHeight, bySide, lengthwise, plain } from "../paint/along.ts";
import { createAtlas } from "../paint/atlas.ts";
import { hex } from "../paint/colour.ts";
import { paintFace } from "../palette.ts";
import { armPlaces, type Build } from "../rig/build.ts";
import { alongSpring, type Spring } from "../rig/springs.ts";
import { rigid } from "../rig/weights.ts";

const BUILD: Build = {
  hips: 0.585,
  spine: 0.66,
  chest: 0.79,
  neck: 1.02,
  head: 1.085,
  shoulder: [0.1, 0.972],
  upperArm: 0.15,
  lowerArm: 0.14,
  hand: 1,
  hip: [0.054, 0.575],
  knee: 0.325,
  ankle: 0.062,
  foot: 0.07,
};

const HEAD = childHead([0, 1.235, 0.01], [0.15, 0.158, 0.142]);

const EYE: EyeShape = {
  x: 0.062,
  y: 1.2,
  half: [0.034, 0.033],
  tilt: 0.004,
  iris: [0.0235, 0.031],
  lash: 0.0105,
  flick: 0.14,
  brow: { up: 0.053, half: 0.026, thick: 0.0052, bend: 0.006, slant: 0.003 },
};

/** Nagi ("calm sea"): a student with a bob and a sailor coat. */
export function nagi(): Figure {
  const atlas = createAtlas();
  const face = paintFace(atlas, HEAD, EYE, {
    skin: hex("ffe3d0"),
    skinShade: hex("f4b9ab"),
    blush: hex("ff9f93"),
    blushShade: hex("ee8a88"),
    rosy: 0.62,
    iris: {
      top: hex("14405a"),
      middle: hex("1f7f98"),
      bottom: hex("7fe0d2"),
      pupil: hex("0c2436"),
    },
    lash: hex("3a2430"),
    brow: hex("7a4a40"),
    lip: hex("a14b4a"),
  });
  const hair = atlas.picture(
    250,
    160,
    paintHair({
      root: hex("6b3f38"),
      middle: hex("8a5444"),
      tip: hex("b97d58"),
      halo: hex("f3c79a"),
      ring: 0.3,
      strength: 0.75,
    }),
  );
  const hairDress = hairPaint(HEAD, hair, 1.03);
  const cream = atlas.ramp([
    [0, hex("fff6e6"), hex("dccdd0")],
    [0.86, hex("fff6e6"), hex("dccdd0")],
    [0.86, hex("23456b"), hex("1c3157")],
    [0.9, hex("23456b"), hex("1c3157")],
    [0.9, hex("fff6e6"), hex("dccdd0")],
    [1, hex("f8ead6"), hex("d3c2c8")],
  ]);
  const navy = atlas.ramp([
    [0, hex("2c5480"), hex("20375f")],
    [0.68, hex("2a4f7a"), hex("1e345b")],
    [0.68, hex("fffaf0"), hex("d6cfdc")],
    [0.8, hex("fffaf0"), hex("d6cfdc")],
    [0.8, hex("2a4f7a"), hex("1e345b")],
    [1, hex("264a74"), hex("1c3157")],
  ]);
  const skirtRamp = atlas.ramp([
    [0, hex("2b4f78"), hex("1c3157")],
    [1, hex("35618c"), hex("25416b")],
  ]);
  const red = atlas.ramp([
    [0, hex("f2685c"), hex("c74a55")],
    [1, hex("e2524c"), hex("b53d4c")],
  ]);
  const sock = atlas.ramp([
    [0, hex("ffe3d0"), hex("f4b9ab")],
    [0.56, hex("ffd9c6"), hex("eeb0a4")],
    [0.56, hex("fffaf0"), hex("d9d3e0")],
    [0.6, hex("fffaf0"), hex("d9d3e0")],
    [0.6, hex("2c5480"), hex("20375f")],
    [0.63, hex("2c5480"), hex("20375f")],
    [0.63, hex("fffaf0"), hex("d9d3e0")],
    [1, hex("fffaf0"), hex("d9d3e0")],
  ]);
  const leather = atlas.ramp([
    [0, hex("8a5038"), hex("68393a")],
    [1, hex("a4643f"), hex("7c463c")],
  ]);
  const sole = atlas.ramp([
    [0, hex("5b3a34"), hex("463036")],
    [1, hex("5b3a34"), hex("463036")],
  ]);
  const gold = atlas.ramp([
    [0, hex("ffd98a"), hex("d9a05c")],
    [1, hex("ffe7ae"), hex("e0b06c")],
  ]);

  // Hair
  const springs: Spring[] = [];
  const hairSpring = (name: string, degrees: number, radius: number, low: number): Spring => {
    const a = (degrees * Math.PI) / 180;
    const at = (y: number, r: number) =>
      [Math.sin(a) * r, y, HEAD.centre[2] + Math.cos(a) * r] as const;
    return {
      name,
      parent: "head",
      points: [at(1.22, radius), at((1.22 + low) / 2, radius * 1.04), at(low, radius)],
      stiffness: 1.1,
      gravity: 0.04,
      drag: 0.45,
      radius: 0.012,
      avoids: ["head", "body"],
    };
  };
  const around = [-100, -140, 180, 140, 100].map((degrees, i) => ({
    degrees,
    spring: hairSpring(`hair-back-${i}`, degrees, 0.158, 1.06),
  }));
  springs.push(...around.map(({ spring }) => spring));
  const bob = curtain(HEAD, {
    from: 52,
    top: 1.31,
    hem: byAngle([
      [52, 1.092],
      [90, 1.07],
      [130, 1.052],
      [180, 1.046],
    ]),
    side: (t) => 0.163 + 0.02 * Math.sin(t * Math.PI * 0.85) - 0.022 * Math.max(0, t - 0.75) * 4,
    depth: (t) => 0.152 + 0.022 * Math.sin(t * Math.PI * 0.8) - 0.02 * Math.max(0, t - 0.75) * 4,
    locks: 9,
    groove: 0.006,
    paint: hairDress,
    bind: bindAround(HEAD, around, ([, y]) => (1.22 - y) / 0.16),
  });
  const crown = cap(HEAD, {
    off: [0.016, 0.022],
    edge: byAngle([
      [0, 52],
      [40, 56],
      [58, 74],
      [75, 96],
      [180, 112],
    ]),
    paint: hairDress,
    bind: rigid("head"),
  });
  const bang = (places: readonly HeadPlace[], width: number): Surface =>
    lock({
      at: overHead(HEAD, places),
      around: HEAD.centre,
      width,
      paint: hairDress,
      bind: rigid("head"),
    });
  const bangs = [
    bang(
      [
        [8, 14, 0.02],
        [4, 42, 0.03],
        [0, 62, 0.026],
        [-5, 84, 0.012],
      ],
      0.034,
    ),
    bang(
      [
        [-16, 16, 0.02],
        [-24, 44, 0.03],
        [-28, 64, 0.026],
        [-26, 87, 0.011],
      ],
      0.036,
    ),
    bang(
      [
        [30, 16, 0.02],
        [30, 44, 0.03],
        [28, 64, 0.026],
        [22, 85, 0.011],
      ],
      0.036,
    ),
    bang(
      [
        [-40, 20, 0.02],
        [-48, 46, 0.03],
        [-52, 68, 0.026],
        [-49, 94, 0.012],
      ],
      0.034,
    ),
    bang(
      [
        [48, 20, 0.02],
        [54, 46, 0.03],
        [54, 68, 0.026],
        [48, 93, 0.012],
      ],
      0.034,
    ),
  ];
  const sideSpring = (name: string): Spring => ({
    name,
    parent: "head",
    points: [onHead(HEAD, [64, 84, 0.026]), onHead(HEAD, [63, 110, 0.03]), [0.105, 1.075, 0.085]],
    stiffness: 0.9,
    gravity: 0.05,
    drag: 0.4,
    radius: 0.012,
    avoids: ["head", "body"],
  });
  const leftSide = sideSpring("leftSideLock");
  springs.push(leftSide, {
    ...leftSide,
    name: "rightSideLock",
    points: leftSide.points.map(([x, y, z]) => [-x, y, z] as const),
  });
  const sideSkin = alongSpring(leftSide, ([, y]) => (1.22 - y) / 0.15);
  const sideLock = lock({
    at: (t) =>
      overHead(HEAD, [
        [58, 40, 0.02],
        [66, 64, 0.03],
        [66, 90, 0.03],
        [62, 116, 0.034],
        [56, 134, 0.035],
      ])(t),
    around: HEAD.centre,
    width: 0.034,
    paint: hairDress,
    bind: sideSkin,
    segments: [8, 10],
  });
  // Renaming by side needs "left" in the joint's own name.
  const sideLocks = join([sideLock, mirrored(sideLock)]);

  // Clothes
  const coatRing = column(
    [
      [1.042, 0.044, 0.04, 0.046],
      [1.02, 0.06, 0.05, 0.054],
      [0.996, 0.09, 0.06, 0.064],
      [0.96, 0.108, 0.07, 0.074],
      [0.88, 0.108, 0.08, 0.08],
      [0.78, 0.108, 0.084, 0.084],
      [0.68, 0.126, 0.102, 0.1],
      [0.56, 0.158, 0.134, 0.132],
      [0.47, 0.184, 0.158, 0.155],
    ],
    2.3,
  );
  const coatBind = bindTorso(BUILD, { legs: 0.42, hem: 0.46 });
  const coat = trunk({ ring: coatRing, paint: byHeight(cream, 1.04, 0.47), bind: coatBind });
  const skirt = pleatedSkirt({
    top: 0.56,
    hem: 0.405,
    from: [0.135, 0.115],
    to: [0.178, 0.155],
    pleats: 18,
    fold: 0.014,
    paint: lengthwise(skirtRamp),
    bind: bindTorso(BUILD, { legs: 0.5, hem: 0.42 }),
  });
  const collar = overlay({
    ring: coatRing,
    angles: [-178, 178],
    from: () => 0.05,
    to: byAngle([
      [0, 0.56],
      [10, 0.52],
      [28, 0.4],
      [55, 0.33],
      [90, 0.35],
      [125, 0.44],
      [140, 0.47],
      [180, 0.47],
    ]),
    off: [0.004, 0.011],
    segments: [48, 8],
    paint: lengthwise(navy),
    bind: coatBind,
  });
  const ribbonSpring: Spring = {
    name: "leftRibbon",
    parent: "chest",
    points: [
      [0.012, 0.862, 0.1],
      [0.024, 0.82, 0.112],
      [0.034, 0.77, 0.115],
    ],
    stiffness: 0.6,
    gravity: 0.1,
    drag: 0.4,
    radius: 0.008,
    avoids: ["body"],
  };
  springs.push(ribbonSpring, {
    ...ribbonSpring,
    name: "rightRibbon",
    points: ribbonSpring.points.map(([x, y, z]) => [-x, y, z] as const),
  });
  const ribbonTail = lock({
    at: (t) => [0.01 + 0.026 * t, 0.868 - 0.1 * t, 0.092 + 0.024 * t],
    around: [0, 0.8, 0],
    width: 0.02,
    flat: 0.3,
    profile: [
      [0, 0.35],
      [0.6, 0.9],
      [0.95, 1],
      [1, 0.9],
    ],
    paint: lengthwise(red),
    bind: alongSpring(ribbonSpring),
    segments: [8, 5],
  });
  const ribbonLoop = loft({
    ring: (t) => ({
      at: [0.008 + t * 0.05, 0.872 + 0.008 * Math.sin(t * 3), 0.098 - 0.012 * t * t],
      side: 0.008 + 0.02 * Math.sin(Math.min(1, t * 1.1) * Math.PI * 0.62),
      front: 0.013 * (1 - 0.3 * t),
      back: 0.01,
    }),
    front: [0, 0, 1],
    segments: [10, 5],
    end: 0.008,
    paint: lengthwise(red),
    bind: rigid("chest"),
  });
  const knot = ball([0, 0.87, 0.104], [0.014, 0.015, 0.012], [10, 6], {
    paint: plain(red, 0),
    bind: rigid("chest"),
  });
  const buttons = [0.76, 0.69, 0.62].map((y, i) =>
    ball([0, y, [0.086, 0.1, 0.116][i] ?? 0.1], [0.011, 0.011, 0.006], [10, 6], {
      paint: plain(gold, 0.5),
      bind: coatBind,
    }),
  );
  const x = armPlaces(BUILD);
  const sleeveRamp = atlas.ramp([
    [0, hex("fff6e6"), hex("dccdd0")],
    [0.8, hex("fff6e6"), hex("dccdd0")],
    [0.8, hex("23456b"), hex("1c3157")],
    [0.86, hex("23456b"), hex("1c3157")],
    [0.86, hex("fff6e6"), hex("dccdd0")],
    [1, hex("f8ead6"), hex("d3c2c8")],
  ]);
  const sleeve = leftArm(BUILD, {
    keys: [
      [x.upperArm - 0.03, 0.05],
      [x.upperArm + 0.02, 0.049],
      [x.upperArm + 0.08, 0.046],
      [x.lowerArm, 0.045],
      [x.lowerArm + 0.07, 0.049],
      [x.hand - 0.012, 0.053],
      [x.hand - 0.006, 0.045],
      [x.hand - 0.03, 0.02],
    ],
    paint: bySide(sleeveRamp, x.upperArm, x.hand),
    start: 0.045,
    segments: [16, 18],
  });
  const leg = leftLeg(BUILD, {
    keys: [
      [0.56, 0.062],
      [0.45, 0.06],
      [0.38, 0.053],
      [0.325, 0.049],
      [0.26, 0.05],
      [0.18, 0.045],
      [0.1, 0.036],
      [0.05, 0.034],
    ],
    paint: byHeight(sock, 0.56, 0.04),
    segments: [14, 18],
  });
  const shoe = leftShoe(BUILD, {
    half: 0.043,
    toe: 0.05,
    sole: 0.014,
    upper: leather,
    rim: sole,
  });
  const neck = loft({
    ring: column([
      [1.0, 0.045, 0.042, 0.042],
      [1.05, 0.04, 0.038, 0.04],
      [1.1, 0.042, 0.04, 0.044, 0.004],
    ]),
    front: [0, 0, 1],
    segments: [14, 4],
    paint: plain(face.skin.body, 0.6),
    bind: bindTorso(BUILD),
  });

  const surface = join([
    headSkin(HEAD, face.skin),
    nose(HEAD, 1.166, 0.011, face.skin),
    ears(HEAD, 1.19, 0.03, face.skin),
    eyes(HEAD, EYE, face.eye),
    mouth(HEAD, { y: 1.136, half: 0.021, line: 0.0036 }, face.mouth),
    neck,
    crown,
    bob,
    ...bangs,
    sideLocks,
    coat,
    skirt,
    collar,
    bothSides(ribbonTail),
    bothSides(ribbonLoop),
    knot,
    ...buttons,
    bothSides(sleeve),
    bothSides(leftHand(BUILD, face.skin)),
    bothSides(leg),
    bothSides(shoe),
  ]);
  return {
    id: "nagi",
    nameEn: "Nagi",
    nameJa: "ナギ",
    build: BUILD,
    eye: [EYE.x * 0.6, EYE.y, 0.06],
    surface,
    springs,
    colliders: [
      { group: "head", bone: "head", offset: [0, 0.13, 0], radius: 0.135 },
      { group: "body", bone: "chest", offset: [0, 0.02, 0.01], tail: [0, 0.16, 0], radius: 0.085 },
    ],
    atlas,
    backdrop: ["bfe8ee", "f6fbf4"],
  };
}
