import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cameraBehind, stepCamera } from "../camera/camera.ts";
import { cameraAxes } from "../camera/seen.ts";
import { MINATO } from "../place/minato.ts";
import { chooseLabels, chooseRow, type LabelBox } from "./choose-labels.ts";
import { FARTHEST_LABEL, type Label, labelBox, labelScale } from "./label-box.ts";

const NOBODY: ReadonlySet<number> = new Set();

const box = (id: number, left: number, depth = 5, rank = 1): LabelBox => ({
  id,
  rank,
  depth,
  left,
  right: left + 1,
  bottom: 0,
  top: 0.2,
});

const overlap = (a: LabelBox, b: LabelBox) =>
  a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top;

test("of two that lie over one another the nearer is shown", () => {
  expect(chooseLabels([box(1, 0, 9), box(2, 0.5, 4)], 24, NOBODY)).toEqual(new Set([2]));
  expect(chooseLabels([box(1, 0), box(2, 1.5)], 24, NOBODY)).toEqual(new Set([1, 2]));
});

test("what somebody says goes before a nearer name", () => {
  expect(chooseLabels([box(1, 0, 2, 1), box(2, 0.5, 9, 0)], 24, NOBODY)).toEqual(new Set([2]));
});

test("nothing is shown from behind the camera or from too far", () => {
  const labels = [box(1, 0, -3), box(2, 0, 25), box(3, 0, 24)];
  expect(chooseLabels(labels, 24, NOBODY)).toEqual(new Set([3]));
});

test("in a row none is missing in between", () => {
  const row = [box(1, 0, 3), box(2, 2, 5), box(3, 2.5, 7), box(4, 9, 9)];
  expect(chooseRow(row, 24)).toEqual(new Set([1, 2]));
  expect(chooseRow(row.slice(2), 24)).toEqual(new Set([3, 4]));
  expect(chooseRow([box(5, 0, -1), box(6, 0, 25)], 24)).toEqual(NOBODY);
});

test("at the very edge a label stays as it was", () => {
  const labels = [box(1, 0, 3), box(2, 1.01, 4)];
  expect(chooseLabels(labels, 24, NOBODY)).toEqual(new Set([1]));
  expect(chooseLabels(labels, 24, new Set([1, 2]))).toEqual(new Set([1, 2]));
});

test("however people stand: no two shown overlap, and whatever is hidden is in somebody's way", () => {
  const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  const stand = fc.record({ x: number(-19, 19), z: number(-11, 11), said: fc.boolean() });
  fc.assert(
    fc.property(
      fc.array(stand, { maxLength: 30 }),
      number(-3, 3),
      fc.array(fc.nat(29)),
      (stands, heading, before) => {
        const camera = cameraBehind(heading);
        stepCamera(camera, MINATO, { x: 0, z: 0 }, 1);
        const axes = cameraAxes(camera, { x: 0, z: 0 });
        if (axes === undefined) throw new Error("The camera stands in whom it looks at.");
        const boxes = stands.map(({ x, z, said }, id) => {
          const label: Label = { id, rank: said ? 0 : 1, x, y: 1.7, z, width: 0.9, height: 0.23 };
          return labelBox(camera, axes, label);
        });
        const was = new Set(before);
        const chosen = chooseLabels(boxes, FARTHEST_LABEL, was);
        const shown = boxes.filter(({ id }) => chosen.has(id));
        for (const one of shown) {
          expect(shown.filter((other) => other !== one && overlap(one, other))).toEqual([]);
          expect(one.depth).toBeLessThanOrEqual(FARTHEST_LABEL);
        }
        // Where something is hidden, it was given its chance: with its margin it is in the way of what is shown.
        for (const one of boxes) {
          if (chosen.has(one.id) || one.depth <= 0 || one.depth > FARTHEST_LABEL) continue;
          const margin = was.has(one.id) ? 0 : 0.15 * (one.top - one.bottom);
          const wider = {
            ...one,
            left: one.left - margin,
            right: one.right + margin,
            bottom: one.bottom - margin,
            top: one.top + margin,
          };
          expect(shown.some((other) => overlap(wider, other))).toBe(true);
        }
      },
    ),
  );
});

test("a label is neither tiny from afar nor huge from near", () => {
  for (const depth of [0.5, 3, 7, 15, 24]) {
    const part = labelScale(depth) / depth;
    expect(part).toBeLessThanOrEqual(labelScale(0.5) / 0.5);
    expect(labelScale(depth)).toBeGreaterThan(0.8);
    expect(labelScale(depth)).toBeLessThan(3);
  }
});
