import { createStore } from "zustand/vanilla";
import type { PlaceSlug, PlatformSlug, Spot } from "../../sim/place/place.ts";
import type { Platform } from "../../sim/protocol/platform.ts";

/** How the connection with a world's server is. */
export type LinkPhase = "none" | "connecting" | "open" | "lost" | "closing" | "refused";

/** Where one is, and how the worlds are. */
export interface PlaceState {
  place: PlaceSlug;
  /** The world that one is in, or came into the corridor from. */
  platform: PlatformSlug;
  platforms: Partial<Record<PlatformSlug, Platform>>;
  /** The spot in reach. */
  near?: Spot | undefined;
  link: LinkPhase;
  /** When the connection is tried again, in Unix milliseconds. */
  retryAt?: number | undefined;
  /** Why the server did not let one in. */
  refusal?: string | undefined;
  /** Everybody here, oneself included. */
  people: number;
  /** How much is drawn now. */
  detail: "full" | "reduced";
  /** Counts up when the drawing has to begin anew. */
  drawing: number;
  /** Whether nothing can be drawn in three dimensions here. */
  isFlat: boolean;
}

/** Starts in a world that nothing is known of. */
export const createPlaceStore = () =>
  createStore<PlaceState>(() => ({
    place: "minato",
    platform: "minato",
    platforms: {},
    link: "none",
    people: 1,
    detail: "full",
    drawing: 0,
    isFlat: false,
  }));
