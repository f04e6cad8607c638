import { MINATO } from "../../sim/place/minato.ts";
import { rgb, times } from "../build/colour.ts";
import { type Block, blockOn, type Lamp, type Lighting } from "../light/lighting.ts";
import { LAMP, SUN, SUNLIGHT } from "./look.ts";
import { boothXs, COLUMN_XS, NORTH_EDGE, roofHeight, SKYLIGHT } from "./measures.ts";
import { STALL } from "./stall.ts";

/** The roof as slabs, with a gap along its ridge. */
function roofBlocks(): Block[] {
  const blocks: Block[] = [];
  for (let z = -13; z < 12.5; z += 2) {
    const middle = z + 1;
    if (Math.abs(middle) < SKYLIGHT) continue;
    blocks.push(blockOn(-1, middle, 44, 2, 0.2, roofHeight(middle)));
  }
  return blocks;
}

function boothLamps(): Lamp[] {
  return boothXs().flatMap((x) => [
    { x, y: 2.5, z: 10.1, colour: times(LAMP, 1.5), reach: 5.2 },
    { x: x + 2.75, y: 2.9, z: 8.6, colour: times(LAMP, 0.5), reach: 4 },
  ]);
}

/** Minato in the late afternoon: the sun through the columns, warm wood throwing it back, paper lamps at the booths. */
export const MINATO_LIGHT: Lighting = {
  above: [0.6, 0.62, 0.68],
  below: [0.64, 0.5, 0.38],
  sun: { to: SUN, colour: SUNLIGHT },
  lamps: [
    ...boothLamps(),
    { x: 16.8, y: 2.6, z: 0, colour: rgb("#7fe3da", 0.9), reach: 6.5 },
    { x: 18, y: 0.6, z: 0, colour: rgb("#ffc9a0", 0.8), reach: 5 },
    { x: 0, y: 3, z: -5, colour: rgb("#ffdca6", 0.8), reach: 5 },
    { x: STALL.x, y: 2.1, z: STALL.z + 0.8, colour: times(LAMP, 1.1), reach: 4.6 },
  ],
  blocks: [
    ...MINATO.solids
      .map(({ minX, maxX, minZ, maxZ, height }) => ({
        minX,
        maxX,
        minY: 0,
        maxY: height,
        minZ,
        maxZ,
      }))
      .filter(({ maxX, minX, maxY }) => maxX - minX < 39 || maxY > 2),
    ...COLUMN_XS.map((x) => blockOn(x, NORTH_EDGE, 0.42, 0.42, 8)),
    blockOn(0, 12.5, 44, 0.5, 8),
    blockOn(-20.6, 0, 0.5, 26, 8),
    ...roofBlocks(),
  ],
};
