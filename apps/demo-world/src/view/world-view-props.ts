import type { Crossing } from "../sim/crossing/crossing.ts";
import type { Detail } from "../sim/detail/detail.ts";
import type { PlatformSlug } from "../sim/place/place.ts";
import type { Platform } from "../sim/protocol/platform.ts";
import type { AvatarRef, TokenRef } from "../sim/protocol/references.ts";
import type { World } from "../sim/world/world.ts";

/** Where the view finds what it does not make itself. */
export interface ViewAssets {
  /** An avatar's `.vrm`. */
  avatarUrl(ref: AvatarRef): string;
  /** A held item's GLB; undefined shows a small wrapped parcel. */
  modelUrl(token: TokenRef): Promise<string | undefined>;
  /** A picture by its content id. */
  imageUrl(cid: string): string;
}

/** What drawing costs, once a second. */
export interface ViewStats {
  /** Draw calls of the last frame. */
  calls: number;
  triangles: number;
  /** The last second's median, in milliseconds. */
  frame: number;
  /** WebGL's own name of what draws; empty where it does not tell. */
  renderer: string;
  /** The avatars that are drawn: `own/<id>` or `file/<content id>`, each once. */
  worn: readonly string[];
}

/** See {@link WorldView}. */
export interface WorldViewProps {
  world: World;
  /** What the platforms say of themselves: booths' names and colours, artworks. */
  platforms: Partial<Record<PlatformSlug, Platform>>;
  assets: ViewAssets;
  /** Read each frame, for the corridor's lights. */
  crossing: () => Crossing | undefined;
  detail: Detail;
  reducedMotion: boolean;
  locale: "en" | "ja";
  /** Called each frame before anything is drawn. */
  onStep(seconds: number): void;
  onStats?(stats: ViewStats): void;
  onProgress?(loaded: number, total: number): void;
  onReady?(): void;
  onAvatarProblem?(ref: AvatarRef, code: string): void;
  onContextLost?(): void;
}
