import { grid, type Part } from "../mesh.ts";
import { add, colour, mix, scale, type Vector } from "../vector.ts";

const CREAM = colour("fff1dc");
const RUST = colour("c4552d");
const PEARL = colour("e8d5f0");
const TURNS = 2.6;
/** How much the shell widens with each radian. */
const GROWTH = 0.19;

/** A nautilus: a tube whose way and width both follow one logarithmic spiral. */
export function nautilus(): Part[] {
  const widest = Math.exp(GROWTH * TURNS * 2 * Math.PI);
  const surface = (u: number, v: number): Vector => {
    const turn = u * TURNS * 2 * Math.PI;
    const reach = Math.exp(GROWTH * turn) / widest;
    const out: Vector = [Math.cos(turn), -Math.sin(turn), 0];
    const angle = v * 2 * Math.PI;
    const ring = add(scale(out, Math.cos(angle) * 0.5), [0, 0, Math.sin(angle) * 0.42]);
    return add(scale(out, reach * 0.32), scale(ring, reach * 0.56));
  };
  const paint = (u: number, v: number): Vector => {
    const outer = Math.max(0, Math.cos(v * 2 * Math.PI));
    const stripes = Math.max(0, Math.sin(u * TURNS * 60 + Math.sin(v * 12.56) * 1.1)) ** 0.6;
    const young = Math.min(1, Math.max(0, (0.86 - u) * 6));
    return mix(mix(CREAM, PEARL, 1 - outer), RUST, stripes * young * (0.35 + 0.6 * outer));
  };
  return [
    {
      mesh: grid(surface, [260, 40], paint),
      finish: { metallic: 0.05, roughness: 0.32, glow: 0 },
    },
  ];
}
