import type { Dye } from "../../paint/swatch.ts";

/** What the clothes are dyed with. */
export const CREAM: Dye = ["fff6e6", "dccdd0"];

export const CREAM_LOW: Dye = ["f8ead6", "d3c2c8"];

export const NAVY: Dye = ["2a4f7a", "1e345b"];

export const WHITE: Dye = ["fffaf0", "d9d3e0"];

export const SKIN: Dye = ["ffe0cc", "f2b6a8"];
