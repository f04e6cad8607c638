import type { Texture } from "three";
import { BackSide, BufferAttribute, Mesh, MeshBasicMaterial, SphereGeometry } from "three";

/** Farther than anything else, nearer than the camera's end of sight, in metres. */
const RADIUS = 480;

/** How high up (radians) a row of a sky's picture is: rows are denser near the horizon. `part` is 0 at the horizon. */
export const elevationOf = (part: number) => (part * part * Math.PI) / 2;

/**
 * A dome with a picture of the sky: columns go round from east over south, rows from the horizon upwards. Below the
 * horizon it is mirrored, so that polished floors find a sky below them.
 */
export function createSkyDome(picture: Texture): Mesh {
  const geometry = new SphereGeometry(RADIUS, 48, 32);
  const position = geometry.getAttribute("position");
  const uv = new Float32Array(position.count * 2);
  const columns = 49;
  for (let i = 0; i < position.count; i++) {
    const elevation = Math.asin(Math.min(1, Math.abs(position.getY(i)) / RADIUS));
    uv[i * 2] = 0.5 - (i % columns) / (columns - 1);
    uv[i * 2 + 1] = Math.sqrt(elevation / (Math.PI / 2));
  }
  geometry.setAttribute("uv", new BufferAttribute(uv, 2));
  const material = new MeshBasicMaterial({
    map: picture,
    side: BackSide,
    depthWrite: false,
    fog: false,
  });
  const mesh = new Mesh(geometry, material);
  mesh.renderOrder = -10;
  mesh.frustumCulled = false;
  return mesh;
}
