import { expect, test } from "vitest";
import type { Lighting } from "../light/lighting.ts";
import { createAssembly } from "./assembly.ts";
import { box, post } from "./shapes.ts";

const DIM: Lighting = { above: [0.5, 0.5, 0.5], below: [0.5, 0.5, 0.5], lamps: [], blocks: [] };

test("shapes become one geometry: every corner and every face of them", () => {
  const [a, b] = [box(0, 1, 0, 1, 2, 1), post(3, 0, 0, 0.2, 1)];
  const corners = a.getAttribute("position").count + b.getAttribute("position").count;
  const faces = (a.index?.count ?? 0) + (b.index?.count ?? 0);
  const assembly = createAssembly();
  assembly.add(a, [1, 1, 1]);
  assembly.add(b, [1, 1, 1]);
  const joined = assembly.bake(DIM);
  expect(joined.getAttribute("position").count).toBe(corners);
  expect(joined.index?.count).toBe(faces);
  const index = [...(joined.index?.array ?? [])];
  expect(Math.max(...index)).toBe(corners - 1);
  joined.computeBoundingBox();
  expect(joined.boundingBox?.max.x).toBeCloseTo(3.2, 5);
});

test("paint is lit by the place, but for what shines by itself", () => {
  const assembly = createAssembly();
  assembly.add(box(0, 0, 0, 1, 1, 1), [0.8, 0.4, 0.2]);
  const lit = assembly.bake(DIM).getAttribute("color");
  expect(lit.getX(0)).toBeCloseTo(0.4, 5);
  assembly.add(box(0, 0, 0, 1, 1, 1), [0.8, 0.4, 0.2], 1);
  const shining = assembly.bake(DIM).getAttribute("color");
  expect(shining.getX(0)).toBeCloseTo(0.8, 5);
});

test("what was baked is gone from the assembly", () => {
  const assembly = createAssembly();
  assembly.add(box(0, 0, 0, 1, 1, 1), [1, 1, 1]);
  assembly.bake(DIM);
  expect(assembly.bake(DIM).getAttribute("position").count).toBe(0);
});
