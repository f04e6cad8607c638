import { isPeoplesFrame } from "../../../sim/place/garan.ts";
import type { Spot } from "../../../sim/place/place.ts";
import type { Artwork, Organisation, Platform } from "../../../sim/protocol/platform.ts";

/** The company whose booth this is, by the spot's number. */
export const organisationAt = (
  platform: Platform | undefined,
  id: string,
): Organisation | undefined => platform?.organisations.find(({ booth }) => String(booth) === id);

/** The work that hangs at this spot. */
export const artworkAt = (platform: Platform | undefined, id: string): Artwork | undefined =>
  platform?.gallery?.artworks.find(({ spot }) => spot === id);

/** Whether there is something to see at a spot: an empty frame is only found by whoever walks up to it. */
export const isInUse = (platform: Platform | undefined, { kind, id }: Spot): boolean =>
  kind !== "artwork" || !isPeoplesFrame(id) || artworkAt(platform, id) !== undefined;
