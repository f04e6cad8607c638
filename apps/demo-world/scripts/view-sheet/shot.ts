import type { CrossingPhase } from "../../src/sim/crossing/crossing.ts";
import type { PlaceSlug } from "../../src/sim/place/place.ts";

/** A picture to take: where one stands, where one looks, who else is there. */
export interface Shot {
  name: string;
  place: PlaceSlug;
  at?: { x: number; z: number; heading: number };
  camera?: { yaw?: number; pitch?: number; wanted?: number };
  /** Others around, at these places; 0 for nobody. */
  people?: number;
  open?: boolean;
  crossing?: { phase: CrossingPhase; signers: number };
  locale?: "en" | "ja";
  detail?: "full" | "reduced";
  phone?: boolean;
}
