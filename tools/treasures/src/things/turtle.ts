import { ellipsoid, grid, join, type Part, type Surface } from "../mesh.ts";
import { colour, mix, type Vector } from "../vector.ts";

const SKIN = colour("5f9d86");
const PALE = colour("cfe3b4");
const SHELL = colour("2e5b3c");
const HONEY = colour("c9a24a");

/** A shape turned about the y axis, then moved. */
function placed(surface: Surface, turn: number, to: Vector): Surface {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return (u, v) => {
    const [x, y, z] = surface(u, v);
    return [x * cos + z * sin + to[0], y + to[1], -x * sin + z * cos + to[2]];
  };
}

/** Honey-coloured seams between the plates of the back. */
function plates(u: number, v: number): Vector {
  const across = Math.abs(((u * 12 + (v > 0.22 ? 0.5 : 0)) % 1) - 0.5);
  const along = Math.abs(((v * 4.5) % 1) - 0.5);
  const seam = Math.max(across, along);
  return mix(SHELL, HONEY, Math.max(0, (seam - 0.4) * 9));
}

const scales = (u: number, v: number) =>
  mix(SKIN, PALE, 0.5 + 0.5 * Math.sin(u * 44) * Math.sin(v * 37));

/** The sea turtle that Urashima saved, and that carried him down. */
export function turtle(): Part[] {
  const flipper = ellipsoid([0, 0, 0], [0.17, 0.014, 0.055]);
  const limbs: [Surface, number, Vector][] = [
    [flipper, 0.65, [0.17, -0.01, 0.17]],
    [flipper, Math.PI - 0.65, [-0.17, -0.01, 0.17]],
    [ellipsoid([0, 0, 0], [0.1, 0.012, 0.04]), -0.7, [0.13, -0.015, -0.23]],
    [ellipsoid([0, 0, 0], [0.1, 0.012, 0.04]), Math.PI + 0.7, [-0.13, -0.015, -0.23]],
  ];
  const skin = [
    grid(ellipsoid([0, 0.03, 0.33], [0.06, 0.05, 0.085]), [30, 20], scales),
    grid(ellipsoid([0, 0.01, 0.25], [0.045, 0.035, 0.08]), [24, 16], scales),
    ...limbs.map(([shape, turn, to]) => grid(placed(shape, turn, to), [40, 20], scales)),
  ];
  const eyes = [-1, 1].map((side) =>
    grid(ellipsoid([side * 0.046, 0.05, 0.365], [0.014, 0.014, 0.014]), [14, 10], () =>
      colour("0d1116"),
    ),
  );
  return [
    {
      mesh: grid(ellipsoid([0, 0, 0], [0.2, 0.11, 0.26]), [96, 64], plates),
      finish: { metallic: 0.1, roughness: 0.35, glow: 0 },
    },
    { mesh: join(skin), finish: { metallic: 0, roughness: 0.6, glow: 0 } },
    { mesh: join(eyes), finish: { metallic: 0.2, roughness: 0.1, glow: 0 } },
  ];
}
