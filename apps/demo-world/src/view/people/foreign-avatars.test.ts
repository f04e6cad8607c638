import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Object3D, Texture } from "three";
import { expect, test } from "vitest";
import { createFigure, dress, moveFigure } from "./figure.ts";
import type { Vrm } from "./vrm.ts";
import { parseVrm } from "./vrm-reader.ts";

const ROOT = fileURLToPath(new URL("../../../../../", import.meta.url));
const FOLDER = join(process.env.RYUGU_SHARED_DATA ?? join(ROOT, "../shared/data"), "avatars");
const isHere = existsSync(FOLDER);
const FILES = isHere ? readdirSync(FOLDER).filter((name) => name.endsWith(".vrm")) : [];

const NO_PICTURES = { name: "no-pictures", loadTexture: async () => new Texture() };

/** Reads as a browser would, but for the pictures, which Node cannot decode. */
async function read(name: string): Promise<Vrm> {
  const bytes = readFileSync(join(FOLDER, name));
  const whole = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  const gltf = await parseVrm(whole, NO_PICTURES);
  return gltf.userData.vrm as Vrm;
}

test.skipIf(!isHere && process.env.CI !== "true")("there are avatars by others to try", () => {
  expect(FILES.length).toBeGreaterThan(4);
});

test.each(FILES)("%s walks, waves, talks and looks at somebody", async (name) => {
  const vrm = await read(name);
  const figure = createFigure(7);
  dress(figure, { vrm, calls: 1, height: 1.5 });
  const body = {
    x: 0,
    z: 0,
    heading: 0,
    motion: "walk" as const,
    emote: { kind: "wave" as const, since: 0 },
    said: { text: "Hello", until: 3 },
  };
  for (const lookAt of [new Object3D(), undefined]) {
    for (let time = 0; time < 1; time += 0.1) {
      moveFigure(figure, body, time, 0.1, { holds: true, swings: true, lookAt });
    }
  }
  vrm.scene.updateMatrixWorld(true);
  const hips = vrm.humanoid.getNormalizedBoneNode("hips");
  expect(hips?.matrixWorld.elements.every(Number.isFinite)).toBe(true);
});
