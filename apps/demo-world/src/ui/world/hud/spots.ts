import type { Artwork, Organisation, Platform } from "../../../sim/protocol/platform.ts";

/** The company whose booth this is, by the spot's number. */
export const organisationAt = (
  platform: Platform | undefined,
  id: string,
): Organisation | undefined => platform?.organisations.find(({ booth }) => String(booth) === id);

/** The work that hangs at this spot. */
export const artworkAt = (platform: Platform | undefined, id: string): Artwork | undefined =>
  platform?.gallery?.artworks.find(({ spot }) => spot === id);
