import { ellipsoid, grid, type Part } from "../mesh.ts";
import { colour, mix, type Vector } from "../vector.ts";

const ROSE = colour("f3c6cf");
const SAND = colour("d9a98f");
const WHITE = colour("fffaf5");
const RIBS = 11;
/** Half of what a valve spans, in radians. */
const SPREAD = 1.25;

/** One valve of a scallop: a ribbed fan that opens by an angle from the ground. */
function valve(opening: number) {
  return (u: number, v: number): Vector => {
    const angle = (u * 2 - 1) * SPREAD;
    const rib = Math.cos(angle * RIBS);
    const reach = v * (0.34 + 0.012 * rib);
    const depth = 0.1 * Math.sin(Math.min(1, v * 1.05) * Math.PI * 0.62) + 0.008 * rib * v;
    const [x, z] = [Math.sin(angle) * reach, Math.cos(angle) * reach];
    const [cos, sin] = [Math.cos(opening), Math.sin(opening)];
    return [x, z * sin - depth * cos, z * cos + depth * sin - 0.17];
  };
}

/** A pearl in an open scallop. */
export function pearl(): Part[] {
  const paint = (u: number, v: number) =>
    mix(mix(WHITE, ROSE, v), SAND, 0.5 * v * Math.max(0, -Math.cos((u * 2 - 1) * SPREAD * RIBS)));
  const shell = { metallic: 0, roughness: 0.45, glow: 0.16 };
  return [
    { mesh: grid(valve(0.06), [132, 26], paint), finish: shell },
    { mesh: grid(valve(1.02), [132, 26], paint), finish: shell },
    {
      mesh: grid(ellipsoid([0, 0.015, 0.06], [0.085, 0.085, 0.085]), [48, 28], (_, v) =>
        mix(WHITE, colour("cfd8f5"), v),
      ),
      finish: { metallic: 0.25, roughness: 0.12, glow: 0.04 },
    },
  ];
}
