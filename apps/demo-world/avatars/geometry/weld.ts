import type { Surface } from "./surface.ts";
import type { Vector } from "./vector.ts";

/** The same surface with corners that are alike in everything made one, and unused ones left out. */
export function welded(surface: Surface): Surface {
  const { positions, normals, uvs, skins, triangles, morphs } = surface;
  const moves = [...morphs.values()];
  const key = (i: number) =>
    JSON.stringify([
      rounded(positions[i], 1e5),
      rounded(normals[i], 500),
      uvs[i]?.map((x) => Math.round(x * 4096)),
      skins[i]?.map(([joint, share]) => [joint, Math.round(share * 255)]),
      moves.map((move) => rounded(move[i], 1e5)),
    ]);
  const kept: number[] = [];
  const known = new Map<string, number>();
  const places = new Map<number, number>();
  const place = (i: number): number => {
    const seen = places.get(i);
    if (seen !== undefined) return seen;
    const name = key(i);
    const at = known.get(name) ?? kept.push(i) - 1;
    known.set(name, at);
    places.set(i, at);
    return at;
  };
  const faces = triangles.map(([a, b, c]) => [place(a), place(b), place(c)] as const);
  const pick = <T>(values: readonly T[]): T[] => kept.flatMap((i) => values.slice(i, i + 1));
  return {
    positions: pick(positions),
    normals: pick(normals),
    uvs: pick(uvs),
    skins: pick(skins),
    triangles: faces.filter(([a, b, c]) => a !== b && b !== c && c !== a),
    morphs: new Map([...morphs].map(([name, values]) => [name, pick(values)])),
  };
}

const rounded = (vector: Vector | undefined, by: number) => vector?.map((x) => Math.round(x * by));
