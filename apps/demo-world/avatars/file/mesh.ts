import type { Surface } from "../geometry/surface.ts";
import type { Vector } from "../geometry/vector.ts";
import { type Binary, FLOAT, UNSIGNED_BYTE, UNSIGNED_SHORT } from "./binary.ts";

/** Writes a surface as the one mesh of a figure; gives the glTF mesh. */
export function writeMesh(
  binary: Binary,
  surface: Surface,
  joints: ReadonlyMap<string, number>,
  morphNames: readonly string[],
): object {
  const attributes = {
    POSITION: vectors(binary, surface.positions, true),
    NORMAL: vectors(binary, surface.normals, false),
    TEXCOORD_0: texCoords(binary, surface),
    ...skinning(binary, surface, joints),
  };
  const indices = binary.accessor({
    bufferView: binary.view(
      new Uint8Array(new Uint16Array(surface.triangles.flat()).buffer),
      "indices",
    ),
    componentType: UNSIGNED_SHORT,
    count: surface.triangles.length * 3,
    type: "SCALAR",
  });
  const targets = morphNames.map((name) => ({
    POSITION: sparse(binary, surface.positions.length, surface.morphs.get(name) ?? []),
  }));
  return {
    name: "figure",
    primitives: [{ attributes, indices, material: 0, mode: 4, targets }],
    extras: { targetNames: morphNames },
  };
}

const floats = (values: readonly Vector[]) =>
  new Uint8Array(new Float32Array(values.flat()).buffer);

function bounds(values: readonly Vector[]) {
  const column = (k: 0 | 1 | 2) => values.map((value) => Math.fround(value[k]));
  const fold = (pick: (...numbers: number[]) => number) =>
    ([0, 1, 2] as const).map((k) => column(k).reduce((a, b) => pick(a, b)));
  return { min: fold(Math.min), max: fold(Math.max) };
}

function vectors(binary: Binary, values: readonly Vector[], bounded: boolean): number {
  return binary.accessor({
    bufferView: binary.view(floats(values), "corners"),
    componentType: FLOAT,
    count: values.length,
    type: "VEC3",
    ...(bounded ? bounds(values) : {}),
  });
}

/** Two bytes for each of u and v suffice for an atlas of 512 pixels. */
function texCoords(binary: Binary, { uvs }: Surface): number {
  const values = new Uint16Array(uvs.flatMap((uv) => uv.map((x) => Math.round(x * 0xffff))));
  return binary.accessor({
    bufferView: binary.view(new Uint8Array(values.buffer), "corners"),
    componentType: UNSIGNED_SHORT,
    normalized: true,
    count: uvs.length,
    type: "VEC2",
  });
}

function skinning(binary: Binary, { skins }: Surface, joints: ReadonlyMap<string, number>) {
  const indices = new Uint8Array(skins.length * 4);
  const weights = new Uint8Array(skins.length * 4);
  skins.forEach((skin, i) => {
    const shares = wholeShares(skin.map(([, share]) => share));
    skin.forEach(([joint], k) => {
      if (shares[k] === 0) return; // glTF 2.0, section 3.7.3.3: an unused joint is 0
      indices[i * 4 + k] = joints.get(joint) ?? 0;
      weights[i * 4 + k] = shares[k] ?? 0;
    });
  });
  const add = (bytes: Uint8Array, normalized: boolean) =>
    binary.accessor({
      bufferView: binary.view(bytes, "corners"),
      componentType: UNSIGNED_BYTE,
      count: skins.length,
      type: "VEC4",
      ...(normalized ? { normalized } : {}),
    });
  return { JOINTS_0: add(indices, false), WEIGHTS_0: add(weights, true) };
}

/** Shares as bytes that add up to exactly 255; the largest, which is first, takes what rounding leaves. */
function wholeShares(shares: readonly number[]): number[] {
  const rounded = shares.map((share) => Math.round(share * 255));
  const rest = 255 - rounded.reduce((a, b) => a + b, 0);
  return rounded.map((share, i) => (i === 0 ? share + rest : share));
}

/** A morph target names only the corners that it moves (glTF 2.0, section 3.6.2.3). */
function sparse(binary: Binary, count: number, moves: readonly Vector[]): number {
  const moved = moves.flatMap((move, i) => (Math.hypot(...move) > 1e-6 ? [i] : []));
  const values = moved.map((i) => moves[i] ?? ([0, 0, 0] as const));
  return binary.accessor({
    componentType: FLOAT,
    count,
    type: "VEC3",
    ...bounds(values.length < count ? [...values, [0, 0, 0]] : values),
    ...(moved.length === 0
      ? {}
      : {
          sparse: {
            count: moved.length,
            indices: {
              bufferView: binary.view(new Uint8Array(new Uint16Array(moved).buffer)),
              componentType: UNSIGNED_SHORT,
            },
            values: { bufferView: binary.view(floats(values)) },
          },
        }),
  });
}
