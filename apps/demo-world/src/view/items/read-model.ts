import { flatten, type HeldModel } from "./flatten.ts";

/** The largest model that is read, in bytes. */
const MAX_BYTES = 8 * 1024 * 1024;

/** Reads a GLB; undefined where there is none, it is too large, or it cannot be one mesh. Rejects where it is damaged. */
export async function readModel(url: string): Promise<HeldModel | undefined> {
  const response = await fetch(url);
  if (!response.ok || Number(response.headers.get("content-length") ?? 0) > MAX_BYTES) {
    await response.body?.cancel();
    return undefined;
  }
  const bytes = await response.arrayBuffer();
  if (bytes.byteLength > MAX_BYTES) return undefined;
  const { GLTFLoader } = await import("three/examples/jsm/loaders/GLTFLoader.js");
  const { scene } = await new GLTFLoader().parseAsync(bytes, "");
  return flatten(scene);
}
