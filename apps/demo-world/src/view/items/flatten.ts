import {
  Box3,
  BufferAttribute,
  BufferGeometry,
  Mesh,
  MeshLambertMaterial,
  type MeshStandardMaterial,
  type Object3D,
  type Texture,
  Vector3,
} from "three";

/** How long the longest side of a thing in the hand is at most, in metres. */
const LONGEST = 0.3;

/** A thing that can be held: one mesh, its middle at the origin. */
export interface HeldModel {
  readonly geometry: BufferGeometry;
  readonly material: MeshLambertMaterial;
  /** In metres, after it was made small enough. */
  readonly height: number;
}

/** Makes one mesh of a model: colours of its materials on its corners. Undefined where more than one picture is needed. */
export function flatten(model: Object3D): HeldModel | undefined {
  model.updateMatrixWorld(true);
  const meshes: Mesh[] = [];
  model.traverse((object) => {
    if (object instanceof Mesh && !Array.isArray(object.material)) meshes.push(object);
  });
  const textures = new Set(meshes.map(textureOf).filter((texture) => texture !== null));
  if (meshes.length === 0 || textures.size > 1) return undefined;
  if (textures.size === 1 && meshes.length > 1) return undefined;
  const [texture = null] = textures;
  const geometry = joinColoured(meshes);
  const height = centre(geometry);
  const material = new MeshLambertMaterial({ vertexColors: true, map: texture });
  material.emissive.setRGB(0.16, 0.16, 0.16);
  return { geometry, material, height };
}

const materialOf = (mesh: Mesh) => mesh.material as MeshStandardMaterial;
const textureOf = (mesh: Mesh): Texture | null => materialOf(mesh).map ?? null;

function joinColoured(meshes: readonly Mesh[]): BufferGeometry {
  const positions: number[] = [];
  const normals: number[] = [];
  const colours: number[] = [];
  const uvs: number[] = [];
  for (const mesh of meshes) {
    const whole: BufferGeometry = mesh.geometry;
    const geometry = (whole.index === null ? whole.clone() : whole.toNonIndexed()).applyMatrix4(
      mesh.matrixWorld,
    );
    if (geometry.getAttribute("normal") === undefined) geometry.computeVertexNormals();
    const [position, normal] = [geometry.getAttribute("position"), geometry.getAttribute("normal")];
    const [colour, uv] = [geometry.getAttribute("color"), geometry.getAttribute("uv")];
    const { r = 1, g = 1, b = 1 } = materialOf(mesh).color ?? {};
    for (let i = 0; i < position.count; i++) {
      positions.push(position.getX(i), position.getY(i), position.getZ(i));
      normals.push(normal.getX(i), normal.getY(i), normal.getZ(i));
      colours.push(
        r * (colour?.getX(i) ?? 1),
        g * (colour?.getY(i) ?? 1),
        b * (colour?.getZ(i) ?? 1),
      );
      uvs.push(uv?.getX(i) ?? 0, uv?.getY(i) ?? 0);
    }
    geometry.dispose();
  }
  const joined = new BufferGeometry();
  joined.setAttribute("position", new BufferAttribute(new Float32Array(positions), 3));
  joined.setAttribute("normal", new BufferAttribute(new Float32Array(normals), 3));
  joined.setAttribute("color", new BufferAttribute(new Float32Array(colours), 3));
  joined.setAttribute("uv", new BufferAttribute(new Float32Array(uvs), 2));
  return joined;
}

/** Moves the middle to the origin, makes it small enough for a hand and answers its height. */
function centre(geometry: BufferGeometry): number {
  const box = new Box3().setFromBufferAttribute(
    geometry.getAttribute("position") as BufferAttribute,
  );
  const size = box.getSize(new Vector3());
  const middle = box.getCenter(new Vector3());
  const longest = Math.max(size.x, size.y, size.z);
  const scale = longest > LONGEST || longest < LONGEST / 3 ? LONGEST / (longest || 1) : 1;
  geometry.translate(-middle.x, -middle.y, -middle.z).scale(scale, scale, scale);
  return size.y * scale;
}
