import { createHash } from "node:crypto";
import { encodeGlb, TREASURES } from "@ryugu/treasures";
import { expect, test } from "vitest";
import { ARTWORKS, CREATORS } from "./artworks/artwork-list.ts";
import { PAINTERS, paintArtwork } from "./artworks/paint.ts";
import { GIFT_KINDS } from "./gifts/gift-kinds.ts";
import { inHand } from "./gifts/in-hand.ts";

const digest = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

test.each(GIFT_KINDS)("$kind is small, light, and one thing to draw", async ({ treasure }) => {
  const found = TREASURES.find(({ name }) => name.startsWith(treasure));
  const part = inHand(found?.make() ?? []);
  const { positions, normals, triangles } = part.mesh;
  for (const axis of [0, 1, 2] as const) {
    const values = positions.map((position) => position[axis]);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    expect(high - low).toBeLessThanOrEqual(0.265);
    expect(Math.abs(high + low)).toBeLessThan(0.02);
  }
  expect(normals.every((normal) => Math.abs(Math.hypot(...normal) - 1) < 1e-6)).toBe(true);
  expect(triangles.length).toBeLessThan(16_000);
  expect(triangles.flat().every((corner) => corner < positions.length)).toBe(true);
  expect((await encodeGlb("gift", [part])).length).toBeLessThan(400_000);
});

test.each(ARTWORKS)("$id pays its creators in full, and is painted the same each time", (work) => {
  const shares = Object.values(work.shares);
  expect(shares.reduce((sum, share) => sum + share, 0)).toBe(10_000);
  expect(Object.keys(work.shares)).toEqual(Object.keys(CREATORS));
  expect(PAINTERS[work.id]).toBeDefined();
  const once = paintArtwork(work.id, 96);
  expect(digest(paintArtwork(work.id, 96))).toBe(digest(once));
  expect(once.length).toBeGreaterThan(3_000);
});
