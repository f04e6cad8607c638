import { smoothstep } from "../geometry/curve.ts";
import type { Bind, Skin } from "../geometry/surface.ts";
import type { Build } from "../rig/build.ts";
import { alongChain, blendSkins } from "../rig/weights.ts";

export interface HemOptions {
  /** How far the legs take the hem along: 0 not at all, 1 wholly. */
  legs: number;
  /** The hem's height. */
  hem: number;
}

/** What moves the trunk, and a skirt or coat below the hips, by height and side. */
export function bindTorso(
  { hips, spine, chest, neck, hip, knee }: Build,
  skirt?: HemOptions,
): Bind {
  const trunk = [
    { joint: "hips", at: 0, blend: 0 },
    { joint: "spine", at: spine, blend: 0.04 },
    { joint: "chest", at: chest, blend: 0.04 },
    { joint: "neck", at: neck, blend: 0.02 },
  ];
  return ([x, y]) => {
    const upper = alongChain(trunk, y);
    if (skirt === undefined || y > hips) return upper;
    const part = skirt.legs * smoothstep(hip[1] + 0.02, skirt.hem, y);
    const left = smoothstep(-hip[0] * 0.9, hip[0] * 0.9, x);
    const shin = 0.9 * smoothstep(knee + 0.02, knee - 0.12, y);
    const leg = (side: string): Skin =>
      shin > 0
        ? [
            [`${side}UpperLeg`, 1 - shin],
            [`${side}LowerLeg`, shin],
          ]
        : [[`${side}UpperLeg`, 1]];
    return blendSkins(upper, blendSkins(leg("right"), leg("left"), left), part);
  };
}
