import type { Dye } from "../../paint/swatch.ts";

/** What the clothes are dyed with. */
export const CORAL: Dye = ["f9825a", "d65f5b"];

export const WHITE: Dye = ["fff8ee", "d8d0de"];

export const NAVY: Dye = ["2b4468", "20304f"];

export const SAND: Dye = ["f0d9b0", "cfae96"];

export const TEAL: Dye = ["2f8fa3", "22698a"];

export const SUN: Dye = ["ffcf5c", "e0a04e"];
