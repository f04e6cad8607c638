import type { Mesh, Part, Vector } from "@ryugu/treasures";

/** The longest side of something in a hand, in metres. */
const LONGEST = 0.26;
/** Corners nearer to each other than this, in metres, become one. */
const CELL = 0.0042;

/**
 * A treasure as it is carried: small, in the middle of its own space, of few triangles, and in one piece, so that
 * drawing it takes one call.
 */
export function inHand(parts: readonly Part[]): Part {
  const mesh = welded(fitted(joined(parts)));
  const area = parts.map((part) => part.mesh.triangles.length);
  const total = area.reduce((sum, n) => sum + n, 0);
  const mean = (of: (part: Part) => number) =>
    parts.reduce((sum, part, i) => sum + (of(part) * (area[i] ?? 0)) / total, 0);
  return {
    mesh,
    finish: {
      metallic: mean(({ finish }) => finish.metallic),
      roughness: mean(({ finish }) => finish.roughness),
      glow: mean(({ finish }) => finish.glow),
    },
  };
}

function joined(parts: readonly Part[]): Mesh {
  const all: Mesh = { positions: [], normals: [], colours: [], triangles: [] };
  for (const { mesh } of parts) {
    const first = all.positions.length;
    all.positions.push(...mesh.positions);
    all.normals.push(...mesh.normals);
    all.colours.push(...mesh.colours);
    all.triangles.push(
      ...mesh.triangles.map(([a, b, c]) => [a + first, b + first, c + first] as const),
    );
  }
  return all;
}

function fitted(mesh: Mesh): Mesh {
  const bounds = ([0, 1, 2] as const).map((axis) => {
    let [low, high] = [Infinity, -Infinity];
    for (const position of mesh.positions) {
      low = Math.min(low, position[axis]);
      high = Math.max(high, position[axis]);
    }
    return { middle: (low + high) / 2, length: high - low };
  });
  const size = LONGEST / Math.max(...bounds.map(({ length }) => length));
  const [x = 0, y = 0, z = 0] = bounds.map(({ middle }) => middle);
  const move = ([px, py, pz]: Vector): Vector => [
    (px - x) * size,
    (py - y) * size,
    (pz - z) * size,
  ];
  return { ...mesh, positions: mesh.positions.map(move) };
}

/**
 * Makes one corner of all that lie in one small cube and face about the same way. Corners of one cube get one place
 * even where they face different ways: otherwise the surface would crack between them.
 */
function welded(mesh: Mesh): Mesh {
  const places = sharedPlaces(mesh.positions);
  const cells = new Map<string, number>();
  const counts: number[] = [];
  const out: Mesh = { positions: [], normals: [], colours: [], triangles: [] };
  const corner = places.map((position, i) => {
    const normal = mesh.normals[i] ?? [0, 1, 0];
    const facing = normal.map((n) => (n > 0 ? 1 : 0));
    const key = [...position, ...facing].join();
    const known = cells.get(key);
    const at = known ?? counts.length;
    if (known === undefined) {
      cells.set(key, at);
      counts.push(0);
      out.positions.push(position);
      out.normals.push([0, 0, 0]);
      out.colours.push([0, 0, 0]);
    }
    counts[at] = (counts[at] ?? 0) + 1;
    out.normals[at] = plus(out.normals[at], normal);
    out.colours[at] = plus(out.colours[at], mesh.colours[i]);
    return at;
  });
  const shared = (sums: Vector[]) => sums.map((sum, i) => times(sum, 1 / (counts[i] ?? 1)));
  const seen = new Set<string>();
  for (const [a, b, c] of mesh.triangles) {
    const [p = 0, q = 0, r = 0] = [corner[a], corner[b], corner[c]];
    const key = [p, q, r].sort((one, other) => one - other).join();
    if (p === q || q === r || r === p || seen.has(key)) continue;
    seen.add(key);
    out.triangles.push([p, q, r]);
  }
  return {
    positions: out.positions,
    normals: out.normals.map((normal) => times(normal, 1 / (Math.hypot(...normal) || 1))),
    colours: shared(out.colours),
    triangles: out.triangles,
  };
}

/** Moves every place to the middle of those in its small cube. */
function sharedPlaces(positions: readonly Vector[]): Vector[] {
  const cells = new Map<string, { sum: Vector; count: number }>();
  const cellOf = positions.map((position) => {
    const key = position.map((p) => Math.round(p / CELL)).join();
    const { sum, count } = cells.get(key) ?? { sum: [0, 0, 0], count: 0 };
    cells.set(key, { sum: plus(sum, position), count: count + 1 });
    return key;
  });
  return cellOf.map((key) => {
    const { sum, count } = cells.get(key) ?? { sum: [0, 0, 0], count: 1 };
    return times(sum, 1 / count);
  });
}

const plus = (a: Vector = [0, 0, 0], b: Vector = [0, 0, 0]): Vector => [
  a[0] + b[0],
  a[1] + b[1],
  a[2] + b[2],
];
const times = (a: Vector, by: number): Vector => [a[0] * by, a[1] * by, a[2] * by];
