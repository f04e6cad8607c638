import { VRMLoaderPlugin } from "@pixiv/three-vrm";
import {
  Box3,
  type BufferGeometry,
  type Material,
  Mesh,
  type Object3D,
  SkinnedMesh,
  Texture,
} from "three";
import {
  type GLTF,
  GLTFLoader,
  type GLTFLoaderPlugin,
} from "three/examples/jsm/loaders/GLTFLoader.js";
import type { Vrm } from "./vrm.ts";

/** An avatar of one person, ready to be moved. */
export interface ReadAvatar {
  readonly vrm: Vrm;
  /** How many draw calls it takes. */
  readonly calls: number;
  /** In metres. */
  readonly height: number;
}

/** Reads a VRM file's bytes. Rejects where they hold none. */
export async function readVrm(bytes: ArrayBuffer): Promise<ReadAvatar | undefined> {
  const gltf = await parseVrm(bytes);
  const vrm: unknown = gltf.userData.vrm;
  if (!isVrm(vrm)) {
    disposeScene(gltf.scene);
    return undefined;
  }
  // VRM 0.x looks north where VRM 1.0 looks south.
  if (vrm.meta.metaVersion === "0") vrm.scene.rotation.y = Math.PI;
  vrm.scene.traverse((object: Object3D) => {
    // A pose may carry an arm out of where the file says the body is.
    object.frustumCulled = false;
  });
  vrm.scene.updateMatrixWorld(true);
  const box = new Box3().setFromObject(vrm.scene);
  return { vrm, calls: drawCalls(vrm), height: box.max.y - box.min.y };
}

/** Nothing swings. */
const NO_SPRINGS = { name: "no-springs", afterRoot: async () => undefined };

/**
 * Reads the file with three-vrm. Where its springs are of a kind that the library does not know, its hair hangs still:
 * better than somebody whom nobody sees.
 *
 * @param plugins - more of the loader's plugins
 */
export async function parseVrm(bytes: ArrayBuffer, ...plugins: GLTFLoaderPlugin[]): Promise<GLTF> {
  const read = (options: object) => {
    const loader = new GLTFLoader();
    for (const plugin of plugins) loader.register(() => plugin);
    loader.register((parser) => new VRMLoaderPlugin(parser, options));
    return loader.parseAsync(bytes, "");
  };
  try {
    return await read({});
  } catch {
    return await read({ springBonePlugin: NO_SPRINGS });
  }
}

const isVrm = (value: unknown): value is Vrm =>
  typeof value === "object" && value !== null && "humanoid" in value && "scene" in value;

/** Frees what an avatar holds; what others of the same file still show (`isShared`) is left. */
export const disposeVrm = (vrm: Vrm, isShared: boolean): void => disposeScene(vrm.scene, isShared);

function disposeScene(scene: Object3D, isShared = false): void {
  scene.traverse((object: Object3D) => {
    if (!(object instanceof Mesh)) return;
    if (!isShared) (object.geometry as BufferGeometry).dispose();
    if (object instanceof SkinnedMesh) object.skeleton.dispose();
    for (const material of materialsOf(object)) {
      if (!isShared) for (const texture of texturesOf(material).values()) texture.dispose();
      material.dispose();
    }
  });
}

const meshesOf = (vrm: Vrm): Mesh[] => {
  const meshes: Mesh[] = [];
  vrm.scene.traverse((object: Object3D) => {
    if (object instanceof Mesh) meshes.push(object);
  });
  return meshes;
};

const materialsOf = ({ material }: Mesh): Material[] =>
  Array.isArray(material) ? material : [material as Material];

const drawCalls = (vrm: Vrm): number =>
  meshesOf(vrm).reduce((sum, mesh) => sum + materialsOf(mesh).length, 0);

/**
 * Lets a second reading of the same file use the first one's geometries and pictures: the graphics card holds them
 * once however many people wear them.
 */
export function shareWith(first: Vrm, second: Vrm): void {
  const others = meshesOf(first);
  for (const [i, mesh] of meshesOf(second).entries()) {
    const other = others[i];
    if (other === undefined) return;
    const own: BufferGeometry = mesh.geometry;
    if (own.getAttribute("position")?.count !== other.geometry.getAttribute("position")?.count)
      return;
    mesh.geometry = other.geometry;
    own.dispose();
    const kept = materialsOf(other);
    for (const [n, material] of materialsOf(mesh).entries()) shareTextures(kept[n], material);
  }
}

function shareTextures(from: Material | undefined, to: Material): void {
  if (from === undefined) return;
  const [source, target] = [texturesOf(from), texturesOf(to)];
  for (const [key, texture] of target) {
    const kept = source.get(key);
    if (kept === undefined || kept === texture) continue;
    Reflect.set(to, key, kept);
    texture.dispose();
    if (typeof ImageBitmap !== "undefined" && texture.image instanceof ImageBitmap)
      texture.image.close();
  }
}

/** Every picture of a material by the property that holds it. MToon keeps its own behind accessors. */
function texturesOf(material: Material): Map<string, Texture> {
  const found = new Map<string, Texture>();
  for (const key of TEXTURE_KEYS) {
    const value: unknown = Reflect.get(material, key);
    if (value instanceof Texture) found.set(key, value);
  }
  return found;
}

const TEXTURE_KEYS = [
  "map",
  "normalMap",
  "emissiveMap",
  "shadeMultiplyTexture",
  "shadingShiftTexture",
  "matcapTexture",
  "rimMultiplyTexture",
  "outlineWidthMultiplyTexture",
  "uvAnimationMaskTexture",
] as const;
