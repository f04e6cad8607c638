import { grid, join, type Mesh, type Part, type Surface, tube } from "../mesh.ts";
import { add, colour, mix, type Vector } from "../vector.ts";

const LACQUER = colour("2a0a12");
const VERMILION = colour("a3161f");
const GOLD = colour("e9bd58");
const CORD = colour("c92b3a");

/** A box with round edges: a superellipsoid. */
function roundBox(centre: Vector, half: Vector): Surface {
  const sharp = (t: number) => Math.sign(t) * Math.abs(t) ** 0.22;
  return (u, v) => {
    const [turn, lift] = [u * 2 * Math.PI, v * Math.PI];
    const out = Math.abs(Math.sin(lift)) ** 0.22;
    return add(centre, [
      half[0] * out * sharp(Math.cos(turn)),
      half[1] * sharp(Math.cos(lift)),
      half[2] * out * sharp(Math.sin(turn)),
    ]);
  };
}

/** Lacquer that darkens downwards, with gold along the edges, as makie has it. */
function lacquer(surface: Surface, centre: Vector, half: Vector) {
  return (u: number, v: number): Vector => {
    const [x, y, z] = surface(u, v);
    const near = [(x - centre[0]) / half[0], (y - centre[1]) / half[1], (z - centre[2]) / half[2]]
      .map(Math.abs)
      .sort((a, b) => b - a);
    const edge = near[1] ?? 0;
    const ground = mix(LACQUER, VERMILION, Math.min(1, 0.35 + 1.2 * (0.5 + y / 0.3) * 0.5));
    return mix(ground, GOLD, Math.min(1, Math.max(0, (edge - 0.86) * 14)));
  };
}

function box(centre: Vector, half: Vector, cells: readonly [number, number]): Part {
  const surface = roundBox(centre, half);
  return {
    mesh: grid(surface, cells, lacquer(surface, centre, half)),
    finish: { metallic: 0.35, roughness: 0.22, glow: 0 },
  };
}

function cord(): Mesh {
  const radius = 0.011;
  const over = (x: number, z: number): Vector => [x, 0.148, z];
  const loops: Mesh[] = [
    grid(tube(over(-0.205, 0), over(0.205, 0), [radius, radius]), [12, 2], () => CORD),
    grid(tube(over(0, -0.165), over(0, 0.165), [radius, radius]), [12, 2], () => CORD),
  ];
  for (const side of [-1, 1]) {
    const bow: Surface = (u, v) => {
      const angle = v * 2 * Math.PI;
      const turn = u * 2 * Math.PI;
      const reach = 0.05 + radius * Math.cos(turn);
      return [
        side * (0.055 + reach * Math.cos(angle)),
        0.168 + 0.02 * Math.sin(angle / 2) + radius * Math.sin(turn),
        0.6 * reach * Math.sin(angle),
      ];
    };
    loops.push(grid(bow, [12, 40], () => CORD));
  }
  return join(loops);
}

/** The tamatebako: the box that Urashima was told never to open. */
export function jewelBox(): Part[] {
  return [
    box([0, 0, 0], [0.2, 0.095, 0.16], [120, 60]),
    box([0, 0.105, 0], [0.212, 0.04, 0.172], [120, 40]),
    { mesh: cord(), finish: { metallic: 0, roughness: 0.7, glow: 0 } },
  ];
}
