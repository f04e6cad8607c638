import type { Artwork } from "../../sim/protocol/platform.ts";
import { type Brush, fillSlot, inSlot, SERIF, writeLine } from "../signs/letters.ts";
import { paintPicture } from "../signs/paint-picture.ts";
import type { Sign } from "../signs/sign.ts";
import type { Slot } from "../signs/slot.ts";
import { HANGINGS, STALL } from "./measures.ts";

/** A square of the atlas. */
const square = (x: number, y: number, side: number): Slot => ({ x, y, width: side, height: side });

/** Where each picture is in the atlas, in the order of the hangings: as many texels to a metre in each. */
const PICTURES: readonly Slot[] = [
  square(0, 0, 1_024),
  square(1_024, 0, 640),
  square(1_024, 640, 640),
  ...[0, 1, 2, 3].map((i) => square((i % 2) * 512, 1_024 + Math.floor(i / 2) * 512, 512)),
  ...[0, 1].map((i) => square(1_024 + i * 512, 1_280, 512)),
];
const pictureSlot = (i: number): Slot => PICTURES[i] ?? square(0, 0, 1);
/** A little apart: what is beside an empty one must not show at its edge. */
const plaqueSlot = (i: number): Slot => ({ x: 1_666, y: i * 142, width: 380, height: 136 });
const GATE_SLOT: Slot = { x: 1_024, y: 1_792, width: 512, height: 240 };
const MARKET_SLOT: Slot = { x: 1_536, y: 1_792, width: 512, height: 200 };

/** The gallery's pictures and plaques. */
export function garanSigns(): Sign[] {
  return [
    ...HANGINGS.flatMap(({ at, turn, size, plaque }, i): Sign[] => {
      const [nx, nz] = [Math.sin(turn), Math.cos(turn)];
      const [rx, rz] = [Math.cos(turn), -Math.sin(turn)];
      const aside = plaque === "aside" ? size / 2 + 0.62 : 0;
      const [height, width] = plaque === "aside" ? [1.35, 0.86] : [at[1] - size / 2 - 0.36, 0.8];
      const out = 0.03;
      return [
        {
          at: [at[0] + nx * out, at[1], at[2] + nz * out],
          width: size,
          height: size,
          turn,
          slot: pictureSlot(i),
          lit: 0.82,
        },
        {
          at: [at[0] + rx * aside + nx * out, height, at[2] + rz * aside + nz * out],
          width,
          height: width * 0.358,
          turn,
          slot: plaqueSlot(i),
          lit: 0.55,
        },
      ];
    }),
    {
      at: [-12.62, 5.02, 0],
      width: 1.3,
      height: 0.61,
      turn: Math.PI / 2,
      slot: GATE_SLOT,
      lit: 0.9,
    },
    ...marketSigns(),
  ];
}

/** Over the stall of the market, to be read from both sides. */
const marketSigns = (): Sign[] =>
  [0, Math.PI].map((turn) => ({
    at: [STALL.x, 2.26, STALL.z + (turn === 0 ? 0.8 : 0.74)],
    width: 1.28,
    height: 0.5,
    turn,
    slot: MARKET_SLOT,
    lit: 0.7,
  }));

/** Paints the pictures that have come, and the plaques. An empty frame stays empty. */
export function paintGaranSigns(
  brush: Brush,
  artworks: readonly (Artwork | undefined)[],
  pictures: readonly (CanvasImageSource | undefined)[],
  locale: "en" | "ja",
): void {
  for (const [i, artwork] of artworks.entries()) {
    if (artwork === undefined) continue;
    paintPicture(brush, pictureSlot(i), pictures[i]);
    paintPlaque(brush, plaqueSlot(i), artwork, locale);
  }
  paintMarket(brush, locale);
  fillSlot(brush, GATE_SLOT, "#141d33");
  brush.strokeStyle = "#d9b26a";
  brush.lineWidth = 8;
  brush.strokeRect(GATE_SLOT.x + 10, GATE_SLOT.y + 10, GATE_SLOT.width - 20, GATE_SLOT.height - 20);
  const words = locale === "ja" ? "みなとへ" : "to Minato";
  writeLine(brush, words, GATE_SLOT.x + 256, GATE_SLOT.y + 124, 430, {
    size: 100,
    colour: "#fff1d0",
    family: SERIF,
  });
}

function paintMarket(brush: Brush, locale: "en" | "ja"): void {
  fillSlot(brush, MARKET_SLOT, "#1c2747");
  brush.strokeStyle = "#d9b26a";
  brush.lineWidth = 6;
  const { x, y, width, height } = MARKET_SLOT;
  brush.strokeRect(x + 10, y + 10, width - 20, height - 20);
  const words = locale === "ja" ? "みんなの市" : "People's market";
  writeLine(brush, words, x + width / 2, y + height / 2 + 4, width - 70, {
    size: 78,
    colour: "#fff1d0",
    family: SERIF,
  });
}

function paintPlaque(brush: Brush, slot: Slot, artwork: Artwork, locale: "en" | "ja"): void {
  inSlot(brush, slot, () => {
    fillSlot(brush, slot, "#f4ead6");
    const width = slot.width - 44;
    const makers = artwork.creators
      .map(({ name }) => name[locale])
      .join(locale === "ja" ? "・" : ", ");
    writeLine(brush, artwork.title[locale], slot.x + 22, slot.y + 52, width, {
      size: 42,
      colour: "#2f261f",
      family: SERIF,
      align: "left",
    });
    writeLine(brush, makers, slot.x + 22, slot.y + 101, width, {
      size: 28,
      colour: "#6d5a4a",
      weight: 400,
      align: "left",
    });
  });
}
