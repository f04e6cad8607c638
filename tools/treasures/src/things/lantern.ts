import { grid, type Part, revolve } from "../mesh.ts";
import { colour, mix } from "../vector.ts";

const PAPER = colour("ffb45c");
const HEART = colour("ffe9b8");
const LACQUER = colour("1d1418");
const GOLD = colour("e3b04b");
const RIBS = 13;

/** A ring of lacquered wood. */
const ring = (top: number, bottom: number, radius: number): Part => ({
  mesh: grid(
    revolve((v) => {
      const wall = Math.min(1, Math.min(v, 1 - v) * 5);
      return [radius * wall, top + (bottom - top) * Math.min(1, Math.max(0, (v - 0.2) / 0.6))];
    }),
    [48, 20],
    () => LACQUER,
  ),
  finish: { metallic: 0.1, roughness: 0.25, glow: 0 },
});

/** A paper lantern that lights the way down to the palace. */
export function lantern(): Part[] {
  const body = revolve((v) => {
    const bulge = Math.sin(Math.PI * (0.12 + 0.76 * v));
    const rib = 0.006 * Math.abs(Math.sin(v * RIBS * Math.PI));
    return [0.2 * bulge ** 0.7 + rib, 0.22 - 0.44 * v];
  });
  return [
    {
      mesh: grid(body, [64, 130], (_, v) => {
        const rib = Math.abs(Math.sin(v * RIBS * Math.PI)) ** 0.35;
        return mix(colour("a8481c"), mix(PAPER, HEART, Math.sin(v * Math.PI) ** 2), rib);
      }),
      finish: { metallic: 0, roughness: 0.9, glow: 0.75 },
    },
    ring(0.255, 0.2, 0.115),
    ring(-0.2, -0.255, 0.115),
    {
      mesh: grid(
        revolve((v) => [0.012 + 0.02 * v + 0.008 * Math.abs(Math.sin(v * 40)), -0.25 - 0.13 * v]),
        [24, 40],
        () => GOLD,
      ),
      finish: { metallic: 0.6, roughness: 0.4, glow: 0.1 },
    },
    {
      mesh: grid(
        revolve((v) => {
          const angle = v * 2 * Math.PI;
          return [0.045 + 0.008 * Math.cos(angle), 0.262 + 0.01 * Math.sin(angle)];
        }),
        [48, 12],
        () => GOLD,
      ),
      finish: { metallic: 0.9, roughness: 0.3, glow: 0 },
    },
  ];
}
