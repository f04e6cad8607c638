import { expect, test } from "vitest";
import { ATLAS, createSlotBook, labelSlot, roomFor } from "./label-atlas.ts";

const all = (["name", "said"] as const).flatMap((kind) =>
  Array.from({ length: roomFor(kind) }, (_, i) => labelSlot(kind, i)),
);

test("every label has a place of its own within the atlas", () => {
  for (const [i, a] of all.entries()) {
    expect(a.x + a.width).toBeLessThanOrEqual(ATLAS.width);
    expect(a.y + a.height).toBeLessThanOrEqual(ATLAS.height);
    for (const b of all.slice(i + 1)) {
      const apart =
        a.x + a.width <= b.x ||
        b.x + b.width <= a.x ||
        a.y + a.height <= b.y ||
        b.y + b.height <= a.y;
      expect(apart).toBe(true);
    }
  }
});

test("a text is painted once, again when it changes, and its place is given to the next", () => {
  const book = createSlotBook(2);
  const first = book.take(7, "Nagi");
  expect(first).toMatchObject({ isNew: true });
  const number = first?.number;
  expect(book.take(7, "Nagi")).toEqual({ number, isNew: false });
  expect(book.take(7, "Otoha")).toEqual({ number, isNew: true });
  expect(book.take(8, "Kame")?.number).not.toBe(number);
  expect(book.take(9, "Ren")).toBeUndefined();
  book.release(7);
  expect(book.take(9, "Ren")).toEqual({ number, isNew: true });
});
