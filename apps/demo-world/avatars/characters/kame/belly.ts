import { trunkPoint } from "../../clothes/over-coat.ts";
import { smoothstep } from "../../geometry/curve.ts";
import { ball, column, loft } from "../../geometry/loft.ts";
import { bothSides, type Surface } from "../../geometry/surface.ts";
import { lengthwise, plain } from "../../paint/along.ts";
import { type Atlas, blendTones, tone } from "../../paint/atlas.ts";
import { hex } from "../../paint/colour.ts";
import { swatch } from "../../paint/swatch.ts";
import { rigid } from "../../rig/weights.ts";

/** The trunk's rings, from neck to seat. */
export const BELLY = column(
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

/** Pale plates in front, the skin's green behind. */
export function paintBelly(across: number, down: number) {
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

/** Leather straps over the shoulders hold the shell. */
export function straps(atlas: Atlas): Surface[] {
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
