import type { Organisation } from "../../sim/protocol/platform.ts";
import { type Brush, breakLines, fillSlot, inSlot, SERIF, writeLine } from "../signs/letters.ts";
import type { Slot } from "../signs/slot.ts";
import { BOOTH_COLOURS } from "./look.ts";
import { boothSlots, HALL_SLOTS } from "./signs.ts";

const PAPER = "#fbf5e9";
const INK = "#3b2c25";

type Locale = "en" | "ja";
const other = (locale: Locale): Locale => (locale === "en" ? "ja" : "en");

/** Paints every sign of the hall. */
export function paintMinatoSigns(
  brush: Brush,
  companies: readonly (Organisation | undefined)[],
  locale: Locale,
): void {
  for (const [i, company] of companies.entries()) paintBooth(brush, company, i, locale);
  paintHall(brush, locale);
}

function paintBooth(
  brush: Brush,
  company: Organisation | undefined,
  i: number,
  locale: Locale,
): void {
  const { cloth, counter, mark, cards } = boothSlots(i);
  const colour = company?.colour ?? BOOTH_COLOURS[i] ?? INK;
  paintCloth(brush, cloth, colour, company?.name[locale] ?? "");
  inSlot(brush, counter, () => {
    fillSlot(brush, counter, PAPER);
    const [x, y] = [counter.x + counter.width / 2, counter.y + counter.height / 2];
    const width = counter.width - 60;
    writeLine(brush, company?.name[locale] ?? "", x, y - 20, width, { size: 60, colour });
    writeLine(brush, company?.name[other(locale)] ?? "", x, y + 44, width, {
      size: 28,
      colour: INK,
      weight: 400,
    });
  });
  paintMark(brush, mark, colour, company?.mark ?? "");
  for (const [n, card] of cards.entries()) {
    paintCard(brush, card, colour, company?.jobs[n]?.title[locale] ?? "", n);
  }
}

/** A noren: cloth in the company's colour, slit from below, its name in white. */
function paintCloth(brush: Brush, slot: Slot, colour: string, name: string): void {
  inSlot(brush, slot, () => {
    fillSlot(brush, slot, colour);
    const shade = brush.createLinearGradient(0, slot.y, 0, slot.y + slot.height);
    shade.addColorStop(0, "rgba(0,0,0,0.22)");
    shade.addColorStop(0.2, "rgba(255,255,255,0.05)");
    shade.addColorStop(1, "rgba(0,0,0,0.1)");
    brush.fillStyle = shade;
    brush.fillRect(slot.x, slot.y, slot.width, slot.height);
    writeLine(
      brush,
      name,
      slot.x + slot.width / 2,
      slot.y + slot.height / 2 - 6,
      slot.width - 120,
      {
        size: 78,
        colour: "#fffaf0",
        family: SERIF,
        weight: 700,
      },
    );
    for (let n = 1; n < 6; n++) {
      const x = slot.x + (slot.width / 6) * n;
      brush.clearRect(x - 2, slot.y + slot.height * 0.62, 5, slot.height);
    }
  });
}

function paintMark(brush: Brush, slot: Slot, colour: string, mark: string): void {
  const [x, y] = [slot.x + slot.width / 2, slot.y + slot.height / 2];
  brush.fillStyle = colour;
  brush.beginPath();
  brush.arc(x, y, 142, 0, 2 * Math.PI);
  brush.fill();
  brush.strokeStyle = PAPER;
  brush.lineWidth = 7;
  brush.beginPath();
  brush.arc(x, y, 124, 0, 2 * Math.PI);
  brush.stroke();
  writeLine(brush, mark, x, y + 4, 210, { size: 118, colour: PAPER, family: SERIF, weight: 700 });
}

function paintCard(brush: Brush, slot: Slot, colour: string, title: string, n: number): void {
  inSlot(brush, slot, () => {
    brush.fillStyle = PAPER;
    brush.fillRect(slot.x + 8, slot.y + 8, slot.width - 16, slot.height - 16);
    brush.fillStyle = colour;
    brush.fillRect(slot.x + 8, slot.y + 8, slot.width - 16, 46);
    brush.globalAlpha = 0.35;
    for (let line = 0; line < 4; line++) {
      brush.fillRect(
        slot.x + 28,
        slot.y + 200 + line * 20,
        (slot.width - 60) * (line === 3 ? 0.5 : 0.9 + n * 0.03),
        7,
      );
    }
    brush.globalAlpha = 1;
    brush.font = "600 27px sans-serif";
    const lines = breakLines(brush, title, slot.width - 44, 3);
    lines.forEach((text, line) => {
      writeLine(brush, text, slot.x + 24, slot.y + 88 + line * 36, slot.width - 44, {
        size: 27,
        colour: INK,
        align: "left",
      });
    });
  });
}

const HALL_WORDS = {
  en: { title: "The harbour fair", gate: "to Garan", gifts: "A gift for you", market: "Market" },
  ja: { title: "みなとの就職市", gate: "伽藍へ", gifts: "おひとつどうぞ", market: "みんなの市" },
} as const;

function paintHall(brush: Brush, locale: Locale): void {
  const words = HALL_WORDS[locale];
  const { title, gate, gifts, market } = HALL_SLOTS;
  fillSlot(brush, title, "#28505c");
  writeLine(brush, "港  MINATO", title.x + 500, title.y + 100, 900, {
    size: 120,
    colour: PAPER,
    family: SERIF,
    weight: 700,
  });
  writeLine(brush, words.title, title.x + 500, title.y + 198, 800, {
    size: 48,
    colour: "#f3d9a8",
    weight: 400,
  });
  fillSlot(brush, gate, "#17323d");
  brush.strokeStyle = "#e9c583";
  brush.lineWidth = 8;
  brush.strokeRect(gate.x + 10, gate.y + 10, gate.width - 20, gate.height - 20);
  writeLine(brush, words.gate, gate.x + 262, gate.y + 128, 440, {
    size: 110,
    colour: "#fff1d0",
    family: SERIF,
    weight: 700,
  });
  fillSlot(brush, gifts, PAPER);
  writeLine(brush, words.gifts, gifts.x + 262, gifts.y + 128, 470, {
    size: 74,
    colour: "#b5503f",
    family: SERIF,
    weight: 700,
  });
  fillSlot(brush, market, "#28505c");
  brush.strokeStyle = "#e9c583";
  brush.lineWidth = 5;
  brush.strokeRect(market.x + 7, market.y + 7, market.width - 14, market.height - 14);
  writeLine(brush, words.market, market.x + 165, market.y + 78, 280, {
    size: 62,
    colour: PAPER,
    family: SERIF,
    weight: 700,
  });
}
