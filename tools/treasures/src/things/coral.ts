import { ellipsoid, grid, join, type Mesh, type Part, tube } from "../mesh.ts";
import { seeded } from "../seeded.ts";
import { add, colour, mix, normalize, scale, type Vector } from "../vector.ts";

const DEEP = colour("8f1230");
const BRIGHT = colour("ff7a6b");
const ROCK = colour("4d5566");
const GENERATIONS = 6;

/** A branching red coral on a stone. */
export function coral(): Part[] {
  const random = seeded(11);
  const branches: Mesh[] = [];
  const grow = (from: Vector, towards: Vector, length: number, radius: number, age: number) => {
    const to = add(from, scale(towards, length));
    const tip = radius * 0.74;
    const paint = (_: number, v: number) => mix(DEEP, BRIGHT, (age + v) / (GENERATIONS + 1));
    branches.push(grid(tube(from, to, [radius, tip]), [10, 2], paint));
    branches.push(grid(ellipsoid(to, [tip, tip, tip]), [8, 5], (u) => paint(u, 1)));
    if (age >= GENERATIONS) return;
    const count = age < 2 || random() < 0.8 ? 2 : 1;
    const turn = random() * Math.PI * 2;
    for (let i = 0; i < count; i++) {
      const angle = turn + (i * Math.PI * 2) / count + random() * 0.5;
      const lean = 0.42 + random() * 0.3;
      const aside: Vector = [Math.cos(angle) * lean, 0.16, Math.sin(angle) * lean * 0.75];
      grow(to, normalize(add(towards, aside)), length * (0.72 + random() * 0.2), tip, age + 1);
    }
  };
  grow([0, 0, 0], [0, 1, 0], 0.12, 0.032, 0);
  grow([0.03, 0, 0.02], normalize([0.55, 1, 0.2]), 0.1, 0.024, 1);
  grow([-0.03, 0, 0.01], normalize([-0.6, 1, -0.1]), 0.1, 0.024, 1);
  return [
    { mesh: join(branches), finish: { metallic: 0, roughness: 0.5, glow: 0 } },
    {
      mesh: grid(ellipsoid([0, -0.03, 0], [0.15, 0.05, 0.12]), [36, 14], (u, v) =>
        mix(ROCK, colour("8a93a3"), 0.5 + 0.5 * Math.sin(u * 19) * Math.sin(v * 23)),
      ),
      finish: { metallic: 0, roughness: 0.95, glow: 0 },
    },
  ];
}
