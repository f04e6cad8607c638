import {
  AdditiveBlending,
  BufferAttribute,
  BufferGeometry,
  DoubleSide,
  Mesh,
  MeshBasicMaterial,
} from "three";
import type { Rgb } from "../build/colour.ts";

const COLUMNS = 10;

/** A shaft of light through an opening in the roof, falling along `way` down to the floor. */
export function createBeam(
  opening: { x: number; z: number; half: number; y: number },
  way: Rgb,
  colour: Rgb,
): Mesh {
  const { x, z, half, y } = opening;
  const corners = [
    [x - half, z - half],
    [x + half, z - half],
    [x + half, z + half],
    [x - half, z + half],
  ] as const;
  const [sx, sz] = [(-way[0] / way[1]) * y, (-way[2] / way[1]) * y];
  const positions: number[] = [];
  const colours: number[] = [];
  const indices: number[] = [];
  for (let i = 0; i < 4; i++) {
    const [a, b] = [corners[i] ?? corners[0], corners[(i + 1) % 4] ?? corners[0]];
    for (let column = 0; column <= COLUMNS; column++) {
      const part = column / COLUMNS;
      const [cx, cz] = [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part];
      // Each side fades towards its edges: light has none.
      const strength = Math.sin(part * Math.PI) ** 1.5;
      const first = positions.length / 3;
      positions.push(cx, y, cz, cx + sx, 0.02, cz + sz);
      colours.push(
        ...colour.map((one) => one * strength),
        ...colour.map((one) => one * strength * 0.08),
      );
      if (column === COLUMNS) continue;
      indices.push(first, first + 1, first + 2, first + 1, first + 3, first + 2);
    }
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(new Float32Array(positions), 3));
  geometry.setAttribute("color", new BufferAttribute(new Float32Array(colours), 3));
  geometry.setIndex(indices);
  const material = new MeshBasicMaterial({
    vertexColors: true,
    transparent: true,
    depthWrite: false,
    blending: AdditiveBlending,
    side: DoubleSide,
  });
  const mesh = new Mesh(geometry, material);
  mesh.renderOrder = 7;
  return mesh;
}
