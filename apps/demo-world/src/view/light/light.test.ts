import fc from "fast-check";
import { expect, test } from "vitest";
import { lightAt } from "./light-at.ts";
import { LIGHT_RANGE, paintLight } from "./light-map.ts";
import { blockOn, type Lighting } from "./lighting.ts";
import { isBlocked } from "./ray.ts";

const DARK: Lighting = { above: [0, 0, 0], below: [0, 0, 0], lamps: [], blocks: [] };
const WALL = blockOn(2, 0, 0.4, 4, 3);

function lit(
  lighting: Lighting,
  x: number,
  y: number,
  z: number,
  n: readonly [number, number, number],
) {
  const out: [number, number, number] = [0, 0, 0];
  lightAt(lighting, x, y, z, n[0], n[1], n[2], out);
  return out;
}

test("a ray meets a block that is in its way, and none that is beside, behind or beyond it", () => {
  expect(isBlocked([WALL], 0, 1, 0, 1, 0, 0, 10)).toBe(true);
  expect(isBlocked([WALL], 0, 1, 0, -1, 0, 0, 10)).toBe(false);
  expect(isBlocked([WALL], 0, 1, 0, 0, 0, 1, 10)).toBe(false);
  expect(isBlocked([WALL], 0, 4, 0, 1, 0, 0, 10)).toBe(false);
  expect(isBlocked([WALL], 0, 1, 0, 1, 0, 0, 1)).toBe(false);
});

test("whatever the block, a ray towards its middle meets it and the opposite one does not", () => {
  const far = fc.double({ min: 2, max: 20, noNaN: true });
  const angle = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true });
  fc.assert(
    fc.property(far, angle, (distance, turn) => {
      const [x, z] = [Math.cos(turn) * distance, Math.sin(turn) * distance];
      const block = blockOn(x, z, 1, 1, 2);
      const [dx, dz] = [x / distance, z / distance];
      expect(isBlocked([block], 0, 1, 0, dx, 0, dz, 50)).toBe(true);
      expect(isBlocked([block], 0, 1, 0, -dx, 0, -dz, 50)).toBe(false);
    }),
  );
});

test("the sun lights what faces it and nothing in a shadow", () => {
  const sunny: Lighting = {
    ...DARK,
    sun: { to: [1, 0, 0], colour: [1, 0.5, 0.25] },
    blocks: [WALL],
  };
  expect(lit(sunny, 5, 1, 0, [1, 0, 0])).toEqual([1, 0.5, 0.25]);
  expect(lit(sunny, 5, 1, 0, [-1, 0, 0])).toEqual([0, 0, 0]);
  expect(lit(sunny, 0, 1, 0, [1, 0, 0])).toEqual([0, 0, 0]);
});

test("a lamp fades with distance and ends at its reach; a spot lights only its cone", () => {
  const lamp = { x: 0, y: 3, z: 0, colour: [1, 1, 1] as const, reach: 4 };
  const [near] = lit({ ...DARK, lamps: [lamp] }, 0, 1, 0, [0, 1, 0]);
  const [far] = lit({ ...DARK, lamps: [lamp] }, 0, 0, 0, [0, 1, 0]);
  expect(near).toBeGreaterThan(far);
  expect(far).toBeGreaterThan(0);
  expect(lit({ ...DARK, lamps: [lamp] }, 5, 0, 0, [0, 1, 0])).toEqual([0, 0, 0]);
  const spot = { ...lamp, cone: { to: [0, -1, 0] as const, cos: 0.9 } };
  expect(lit({ ...DARK, lamps: [spot] }, 0, 0, 0, [0, 1, 0])[0]).toBeGreaterThan(0);
  expect(lit({ ...DARK, lamps: [spot] }, 2, 0.5, 0, [0, 1, 0])).toEqual([0, 0, 0]);
});

test("corners are darker than the open floor", () => {
  const soft: Lighting = { ...DARK, above: [1, 1, 1], below: [1, 1, 1], blocks: [WALL] };
  expect(lit(soft, 1.7, 0, 0, [0, 1, 0])[0]).toBeLessThan(lit(soft, -8, 0, 0, [0, 1, 0])[0]);
});

test("a light map shows where the sun falls and where a wall takes it away", () => {
  const area = { minX: -4, maxX: 4, minZ: -4, maxZ: 4 };
  const lighting: Lighting = {
    ...DARK,
    above: [0.2, 0.2, 0.2],
    sun: { to: [0.8, 0.6, 0], colour: [1, 1, 1] },
    blocks: [blockOn(2, 0, 0.4, 8, 3)],
  };
  const bytes = paintLight(area, 32, 32, lighting);
  const at = (column: number, row: number) => bytes[(row * 32 + column) * 4] ?? 0;
  expect(at(30, 16)).toBeGreaterThan(at(20, 16) + 40);
  expect(LIGHT_RANGE).toBeGreaterThan(1);
});
