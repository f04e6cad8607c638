/** Metres; y is up, x is east, z is south. Floors are flat and lie at y = 0. */
export interface Box {
  readonly minX: number;
  readonly maxX: number;
  readonly minZ: number;
  readonly maxZ: number;
  /** From the floor. */
  readonly height: number;
}

/** Where somebody stands and looks: heading 0 looks south (+z), a quarter turn (π/2) looks east (+x). */
export interface Stand {
  readonly x: number;
  readonly z: number;
  readonly heading: number;
}

/** The worlds, and the way between them. */
export const PLACES = ["minato", "garan", "corridor"] as const;
/** A place's name. */
export type PlaceSlug = (typeof PLACES)[number];
/** A place that a platform runs. */
export type PlatformSlug = Exclude<PlaceSlug, "corridor">;

/** What there is to do something at. `easel`: where works are made; `market`: where people sell to each other. */
export type SpotKind = "booth" | "gifts" | "artwork" | "gate" | "easel" | "market";

/** What a person can do something at. */
export interface Spot extends Stand {
  readonly kind: SpotKind;
  readonly id: string;
  /** How near one has to be, in metres. */
  readonly reach: number;
}

/** A door of a place: walking into its threshold while it is open leads to another place. */
export interface Door {
  readonly leadsTo: PlaceSlug;
  readonly threshold: Box;
  /** Solid while the door is closed. */
  readonly leaf: Box;
  /** Where somebody who comes through it arrives. */
  readonly stepOut: Stand;
}

/** A place as the rules know it: where one can stand, and what is there. How it looks is the view's. */
export interface Place {
  readonly slug: PlaceSlug;
  readonly bounds: Omit<Box, "height">;
  /** The camera stays below; absent under the open sky. */
  readonly ceiling?: number;
  readonly solids: readonly Box[];
  /** Where somebody arrives who opens the page here. */
  readonly arrival: Stand;
  readonly doors: readonly Door[];
  readonly spots: readonly Spot[];
}

/** A box from its middle, its widths along x and z, and its height. */
export function boxAt(x: number, z: number, widthX: number, widthZ: number, height: number): Box {
  return {
    minX: x - widthX / 2,
    maxX: x + widthX / 2,
    minZ: z - widthZ / 2,
    maxZ: z + widthZ / 2,
    height,
  };
}

/** Whether a point of the floor is in a box. */
export function isInside({ minX, maxX, minZ, maxZ }: Omit<Box, "height">, x: number, z: number) {
  return x >= minX && x <= maxX && z >= minZ && z <= maxZ;
}
