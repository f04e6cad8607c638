import type { Dye } from "../../paint/swatch.ts";

/** What the clothes are dyed with. */
export const PLUM: Dye = ["7a4a86", "56356e"];

export const PLUM_DEEP: Dye = ["5b3a78", "402b60"];

export const IVORY: Dye = ["fbf1e0", "dacbcd"];

export const SEA: Dye = ["a9d6d2", "7fadb8"];

export const GOLD: Dye = ["f6cf7e", "cf9c5e"];
