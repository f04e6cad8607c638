import { FIGURES } from "./characters/index.ts";
import type { Figure } from "./figure.ts";
import { writeVrm } from "./file/write-vrm.ts";
import { welded } from "./geometry/weld.ts";
import { takeThumbnail } from "./picture/thumbnail.ts";

/** What a chooser shows of a figure; `avatars.json` is a list of these. */
export interface AvatarEntry {
  id: string;
  nameEn: string;
  nameJa: string;
  /** The VRM and its picture, beside the list. */
  file: string;
  picture: string;
  bytes: number;
  triangles: number;
  heightMetres: number;
}

/** Every avatar's files and the list of them, by file name. The same sources give the same bytes. */
export function buildAvatars(): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const entries = FIGURES.map((make) => {
    const drawn = make();
    const figure = { ...drawn, surface: welded(drawn.surface) };
    const thumbnail = takeThumbnail(figure);
    const vrm = writeVrm(figure, thumbnail);
    const entry = describe(figure, vrm.length);
    files.set(entry.file, vrm).set(entry.picture, thumbnail);
    return entry;
  });
  return files.set("avatars.json", Buffer.from(`${JSON.stringify(entries, null, 2)}\n`));
}

function describe({ id, nameEn, nameJa, surface }: Figure, bytes: number): AvatarEntry {
  const top = surface.positions.reduce((high, [, y]) => Math.max(high, y), 0);
  return {
    id,
    nameEn,
    nameJa,
    file: `${id}.vrm`,
    picture: `${id}.png`,
    bytes,
    triangles: surface.triangles.length,
    heightMetres: Math.round(top * 100) / 100,
  };
}
