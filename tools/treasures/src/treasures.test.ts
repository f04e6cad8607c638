import { inflateSync } from "node:zlib";
import { NodeIO } from "@gltf-transform/core";
import { describe, expect, test } from "vitest";
import { encodeGlb } from "./glb.ts";
import { renderPng } from "./render.ts";
import { TREASURES } from "./things/index.ts";

describe.each(TREASURES)("$name", ({ name, make, view }) => {
  const parts = make();

  test("is a sound surface of a size that a hand can hold", () => {
    for (const { mesh } of parts) {
      expect(mesh.normals).toHaveLength(mesh.positions.length);
      expect(mesh.colours).toHaveLength(mesh.positions.length);
      expect(mesh.positions.flat().every(Number.isFinite)).toBe(true);
      expect(mesh.normals.every((n) => Math.abs(Math.hypot(...n) - 1) < 1e-6)).toBe(true);
      expect(mesh.colours.flat().every((c) => c >= 0 && c <= 1)).toBe(true);
      expect(Math.max(...mesh.triangles.flat())).toBeLessThan(mesh.positions.length);
    }
    const heights = parts.flatMap(({ mesh }) => mesh.positions.map(([, y]) => y));
    const height = Math.max(...heights) - Math.min(...heights);
    expect(height).toBeGreaterThan(0.1);
    expect(height).toBeLessThan(1);
  });

  test("is a GLB that another program reads", async () => {
    const glb = await encodeGlb(name, parts);
    expect(glb.length).toBeLessThan(1_000_000);
    const root = (await new NodeIO().readBinary(glb)).getRoot();
    expect(root.listScenes()).toHaveLength(1);
    expect(root.listMeshes()[0]?.listPrimitives()).toHaveLength(parts.length);
  });

  test("has a picture with something in it", () => {
    const png = renderPng(parts, view);
    expect([...png.subarray(1, 4)]).toEqual([..."PNG"].map((letter) => letter.charCodeAt(0)));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([512, 512]);
    const data = png.indexOf("IDAT");
    const lines = inflateSync(png.subarray(data + 4, data + 4 + png.readUInt32BE(data - 4)));
    expect(lines).toHaveLength((512 * 3 + 1) * 512);
    expect(png.length).toBeGreaterThan(50_000);
  });
});
