import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encodePng } from "../../../avatars/paint/png.ts";

const SIDE = 256;

/** A picture that nobody has seen, the evening sea through a window: a PNG's file. */
export async function paintPicture(): Promise<string> {
  const rgb = new Uint8Array(SIDE * SIDE * 3);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) rgb.set(colourAt(x, y), (y * SIDE + x) * 3);
  }
  const file = join(await mkdtemp(join(tmpdir(), "ryugu-picture-")), "picture.png");
  await writeFile(file, encodePng(SIDE, SIDE, rgb));
  return file;
}

const MIDDLE = SIDE / 2;

function colourAt(x: number, y: number): readonly [number, number, number] {
  if (Math.abs(x - MIDDLE) < 4 || Math.abs(y - MIDDLE) < 4) return [46, 34, 40];
  if (y < MIDDLE + 20) return [236 - y / 2, 150 + y / 4, 110 + y / 2];
  const wave = Math.sin(x / 20 + 2 * Math.sin(y / 9)) * 18;
  return [22 + wave, 92 + wave, 150 + wave];
}
