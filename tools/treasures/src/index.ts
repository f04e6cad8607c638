/** Six things from the palace under the sea, and how they become models and pictures. */
export { encodeGlb } from "./glb.ts";
export type { Finish, Mesh, Part } from "./mesh.ts";
export { encodePng } from "./png.ts";
export { renderPng, type View } from "./render.ts";
export { seeded } from "./seeded.ts";
export {
  COLLECTION_NAME,
  COLLECTION_SYMBOL,
  TREASURES,
  type Treasure,
} from "./things/index.ts";
export { colour, type Vector } from "./vector.ts";
