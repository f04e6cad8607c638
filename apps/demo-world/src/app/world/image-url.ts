import { platformPath } from "../../services/world/ask-platform.ts";
import type { Visit } from "./visit.ts";

/** Content of the store of the world that one is in, by its content id. */
export function imageUrl({ stores }: Visit, cid: string): string {
  const { platforms, platform } = stores.place.getState();
  return platformPath(platforms[platform]?.url ?? "", `/ipfs/${encodeURIComponent(cid)}`);
}
