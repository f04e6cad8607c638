import type { Artwork } from "../../sim/protocol/platform.ts";
import { type Brush, fillSlot, inSlot, SERIF, writeLine } from "../signs/letters.ts";
import type { Sign } from "../signs/sign.ts";
import type { Slot } from "../signs/slot.ts";
import { HANGINGS } from "./measures.ts";

/** Where a picture is in the atlas. */
export const pictureSlot = (i: number): Slot => ({
  x: (i % 2) * 1_024,
  y: Math.floor(i / 2) * 1_024,
  width: 1_024,
  height: 1_024,
});
const plaqueSlot = (i: number): Slot => ({ x: 1_024, y: 1_024 + i * 200, width: 512, height: 190 });
const GATE_SLOT: Slot = { x: 1_536, y: 1_024, width: 512, height: 240 };

/** The gallery's pictures and plaques. */
export function garanSigns(): Sign[] {
  return [
    ...HANGINGS.flatMap(({ at, turn, size }, i): Sign[] => {
      const [nx, nz] = [Math.sin(turn), Math.cos(turn)];
      const [rx, rz] = [Math.cos(turn), -Math.sin(turn)];
      const aside = size / 2 + 0.62;
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
          at: [at[0] + rx * aside + nx * out, 1.35, at[2] + rz * aside + nz * out],
          width: 0.86,
          height: 0.32,
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
  ];
}

/** Paints the pictures that have come, and the plaques. */
export function paintGaranSigns(
  brush: Brush,
  artworks: readonly (Artwork | undefined)[],
  pictures: readonly (CanvasImageSource | undefined)[],
  locale: "en" | "ja",
): void {
  for (const [i, artwork] of artworks.entries()) {
    paintPicture(brush, pictureSlot(i), pictures[i]);
    paintPlaque(brush, plaqueSlot(i), artwork, locale);
  }
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

function paintPicture(brush: Brush, slot: Slot, picture: CanvasImageSource | undefined): void {
  if (picture !== undefined) {
    brush.drawImage(picture, slot.x, slot.y, slot.width, slot.height);
    return;
  }
  const fade = brush.createLinearGradient(slot.x, slot.y, slot.x, slot.y + slot.height);
  fade.addColorStop(0, "#2b3350");
  fade.addColorStop(1, "#55607f");
  brush.fillStyle = fade;
  brush.fillRect(slot.x, slot.y, slot.width, slot.height);
}

function paintPlaque(
  brush: Brush,
  slot: Slot,
  artwork: Artwork | undefined,
  locale: "en" | "ja",
): void {
  inSlot(brush, slot, () => {
    fillSlot(brush, slot, "#f4ead6");
    if (artwork === undefined) return;
    const width = slot.width - 56;
    const makers = artwork.creators
      .map(({ name }) => name[locale])
      .join(locale === "ja" ? "・" : ", ");
    writeLine(brush, artwork.title[locale], slot.x + 28, slot.y + 68, width, {
      size: 54,
      colour: "#2f261f",
      family: SERIF,
      align: "left",
    });
    writeLine(brush, makers, slot.x + 28, slot.y + 134, width, {
      size: 36,
      colour: "#6d5a4a",
      weight: 400,
      align: "left",
    });
  });
}
