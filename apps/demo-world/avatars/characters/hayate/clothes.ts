import { leftArm, leftLeg } from "../../body/limbs.ts";
import { leftShoe } from "../../body/shoe.ts";
import { bindTorso } from "../../body/torso.ts";
import { overlay, trunk } from "../../clothes/over-coat.ts";
import { shorts } from "../../clothes/shorts.ts";
import { ball, column, loft } from "../../geometry/loft.ts";
import { type Bind, bothSides, type Surface } from "../../geometry/surface.ts";
import { lock } from "../../hair/lock.ts";
import { byAngle } from "../../hair/on-head.ts";
import { byHeight, bySide, lengthwise, plain } from "../../paint/along.ts";
import type { Atlas } from "../../paint/atlas.ts";
import { type Dye, type Ramp, stripes, swatch } from "../../paint/swatch.ts";
import type { Build } from "../../rig/build.ts";
import { armPlaces } from "../../rig/build.ts";
import { bothSprings } from "../../rig/spring-pair.ts";
import { alongSpring, type Spring } from "../../rig/springs.ts";
import { rigid } from "../../rig/weights.ts";
import { paintEmblem } from "./emblem.ts";

const CORAL: Dye = ["f9825a", "d65f5b"];
const WHITE: Dye = ["fff8ee", "d8d0de"];
const NAVY: Dye = ["2b4468", "20304f"];
const SAND: Dye = ["f0d9b0", "cfae96"];
const TEAL: Dye = ["2f8fa3", "22698a"];
const SUN: Dye = ["ffcf5c", "e0a04e"];

const JACKET = column(
  [
    [1.075, 0.066, 0.062, 0.062],
    [1.05, 0.068, 0.064, 0.064],
    [1.022, 0.078, 0.064, 0.066],
    [0.99, 0.108, 0.072, 0.078],
    [0.93, 0.124, 0.088, 0.09],
    [0.82, 0.124, 0.096, 0.096],
    [0.7, 0.132, 0.106, 0.104],
    [0.635, 0.138, 0.112, 0.108],
    [0.605, 0.124, 0.1, 0.098],
    [0.575, 0.126, 0.102, 0.1],
  ],
  2.4,
);

/** A windbreaker with a hood, shorts, and shoes for running. */
export function hayateClothes(
  build: Build,
  atlas: Atlas,
  skin: Surface[],
): { parts: Surface[]; springs: Spring[] } {
  const bind = bindTorso(build, { legs: 0.3, hem: 0.5 });
  const jacket = stripes(atlas, [
    [0.06, WHITE],
    [0.37, CORAL],
    [0.395, WHITE],
    [0.465, TEAL],
    [0.49, WHITE],
    [0.9, CORAL],
    [1, NAVY],
  ]);
  const white = swatch(atlas, WHITE);
  const navy = swatch(atlas, NAVY);
  const coral = swatch(atlas, CORAL, ["ff9a6c", "dd6c60"]);
  const cords = cord();
  return {
    springs: cords,
    parts: [
      ...skin,
      trunk({ ring: JACKET, paint: byHeight(jacket, 1.075, 0.575), bind, segments: [24, 18] }),
      overlay({
        ring: JACKET,
        angles: [-2.2, 2.2],
        from: () => 0.03,
        to: () => 0.98,
        off: [0.003, 0.003],
        segments: [2, 14],
        paint: plain(navy),
        bind,
      }),
      emblem(atlas, bind),
      ball([0, 1.03, 0.075], [0.008, 0.016, 0.007], [8, 6], {
        paint: plain(swatch(atlas, SUN)),
        bind: rigid("chest"),
      }),
      hood(coral),
      ...pockets(build, white),
      bothSides(cordEnds(cords[0], white)),
      bothSides(sleeve(build, atlas)),
      shorts(build, {
        top: 0.68,
        hem: 0.4,
        wide: 1.12,
        paint: lengthwise(swatch(atlas, NAVY, ["35547e", "283c60"])),
      }),
      bothSides(shoe(build, atlas)),
      bothSides(sock(build, white)),
    ],
  };
}

/** On his back: a gull over a wave, in a white ring. */
function emblem(atlas: Atlas, bind: Bind): Surface {
  const picture = atlas.picture(96, 96, paintEmblem);
  return overlay({
    ring: JACKET,
    angles: [136, 224],
    from: () => 0.5,
    to: () => 0.66,
    off: [0.003, 0.003],
    segments: [10, 6],
    paint: (u, v) => picture(1 - u, v),
    bind,
  });
}

function hood(paint: Ramp): Surface {
  return loft({
    ring: (t) => {
      const angle = Math.PI * (0.62 + 0.76 * t) + Math.PI / 2;
      const bulk = Math.sin(Math.PI * t) ** 0.7;
      return {
        at: [
          Math.cos(angle) * 0.088,
          1.035 - 0.022 * bulk,
          Math.sin(angle) * 0.072 - 0.012 - 0.016 * bulk,
        ],
        side: 0.018 + 0.024 * bulk,
        front: 0.016 + 0.02 * bulk,
        back: 0.016 + 0.02 * bulk,
      };
    },
    front: [0, 1, 0],
    segments: [12, 14],
    start: 0.012,
    end: 0.012,
    paint: lengthwise(paint),
    bind: rigid("chest"),
  });
}

function pockets(build: Build, paint: Ramp): Surface[] {
  const pocket = overlay({
    ring: JACKET,
    angles: [34, 58],
    from: byAngle([
      [34, 0.79],
      [58, 0.7],
    ]),
    to: byAngle([
      [34, 0.815],
      [58, 0.725],
    ]),
    off: [0.004, 0.004],
    segments: [5, 1],
    paint: plain(paint),
    bind: bindTorso(build, { legs: 0.3, hem: 0.5 }),
  });
  return [bothSides(pocket)];
}

const cord = () =>
  bothSprings({
    name: "leftCord",
    parent: "chest",
    points: [
      [0.03, 1.02, 0.078],
      [0.034, 0.97, 0.1],
      [0.036, 0.92, 0.106],
    ],
    stiffness: 0.5,
    gravity: 0.15,
    drag: 0.35,
    radius: 0.006,
    avoids: ["body"],
  });

function cordEnds(spring: Spring, paint: Ramp): Surface {
  return lock({
    at: (t) => [0.03 + 0.006 * t, 1.022 - 0.1 * t, 0.08 + 0.03 * Math.min(1, t * 1.6)],
    around: [0, 0.95, 0],
    width: 0.0065,
    flat: 1,
    profile: [
      [0, 0.6],
      [0.8, 0.6],
      [0.86, 1],
      [1, 0.9],
    ],
    segments: [6, 6],
    paint: plain(paint),
    bind: alongSpring(spring),
  });
}

function sleeve(build: Build, atlas: Atlas): Surface {
  const x = armPlaces(build);
  const paint = stripes(atlas, [
    [0.38, CORAL],
    [0.42, WHITE],
    [0.5, TEAL],
    [0.54, WHITE],
    [0.9, CORAL],
    [1, NAVY],
  ]);
  return leftArm(build, {
    keys: [
      [x.upperArm - 0.03, 0.052],
      [x.upperArm + 0.02, 0.054],
      [x.upperArm + 0.08, 0.05],
      [x.lowerArm, 0.048],
      [x.lowerArm + 0.07, 0.052],
      [x.hand - 0.035, 0.053],
      [x.hand - 0.022, 0.036],
      [x.hand + 0.004, 0.034],
      [x.hand - 0.01, 0.02],
    ],
    paint: bySide(paint, x.upperArm, x.hand + 0.004),
    start: 0.05,
    segments: [14, 14],
  });
}

function sock(build: Build, white: Ramp): Surface {
  return leftLeg(build, {
    keys: [
      [0.17, 0.041],
      [0.172, 0.046],
      [0.15, 0.046],
      [0.1, 0.042],
      [0.06, 0.038],
    ],
    paint: plain(white),
    segments: [12, 8],
  });
}

function shoe(build: Build, atlas: Atlas): Surface {
  const upper = stripes(atlas, [
    [0.22, CORAL],
    [0.3, WHITE],
    [0.42, NAVY],
    [0.5, WHITE],
    [0.58, NAVY],
    [1, WHITE],
  ]);
  return leftShoe(build, {
    half: 0.046,
    toe: 0.054,
    sole: 0.02,
    upper,
    rim: swatch(atlas, SAND),
  });
}

/** Bare knees between shorts and socks. */
export function bareLegs(build: Build, skin: Ramp): Surface {
  return bothSides(
    leftLeg(build, {
      keys: [
        [0.5, 0.056],
        [0.42, 0.053],
        [0.345, 0.05],
        [0.27, 0.05],
        [0.2, 0.045],
        [0.12, 0.036],
      ],
      paint: (_u, _v, [, y]) => skin(0.2 + 0.6 * Math.exp(-(((y - 0.345) / 0.04) ** 2))),
      segments: [12, 10],
    }),
  );
}
