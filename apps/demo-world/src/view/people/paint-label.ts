import { type Brush, breakLines, inSlot, SANS, writeLine } from "../signs/letters.ts";
import type { Slot } from "../signs/slot.ts";

/** Paints a name: light letters on a dark pill, so that it is read before sky and stone alike. Answers its width. */
export function paintName(brush: Brush, slot: Slot, name: string): number {
  brush.clearRect(slot.x, slot.y, slot.width, slot.height);
  brush.font = `600 30px ${SANS}`;
  const width = Math.min(slot.width - 6, brush.measureText(name).width + 38);
  inSlot(brush, slot, () => {
    const [x, y] = [slot.x + slot.width / 2, slot.y + slot.height / 2];
    brush.fillStyle = "rgba(16, 34, 46, 0.66)";
    brush.beginPath();
    brush.roundRect(x - width / 2, y - 23, width, 46, 23);
    brush.fill();
    writeLine(brush, name, x, y + 2, width - 26, { size: 30, colour: "#ffffff" });
  });
  return width;
}

/** Paints what somebody said: dark letters in a bubble of paper, two lines at most. Answers its width. */
export function paintSaid(brush: Brush, slot: Slot, text: string): number {
  brush.clearRect(slot.x, slot.y, slot.width, slot.height);
  brush.font = `500 30px ${SANS}`;
  const lines = breakLines(brush, text, slot.width - 60, 2);
  const width = Math.max(60, ...lines.map((line) => brush.measureText(line).width)) + 48;
  inSlot(brush, slot, () => {
    const [x, height] = [slot.x + slot.width / 2, lines.length * 38 + 26];
    const bottom = slot.y + slot.height - 16;
    brush.fillStyle = "rgba(255, 251, 242, 0.96)";
    brush.beginPath();
    brush.roundRect(x - width / 2, bottom - height, width, height, 22);
    brush.moveTo(x - 13, bottom - 1);
    brush.lineTo(x, bottom + 15);
    brush.lineTo(x + 13, bottom - 1);
    brush.fill();
    for (const [i, line] of lines.entries()) {
      const y = bottom - height + 33 + i * 38;
      writeLine(brush, line, x, y, slot.width - 52, { size: 30, colour: "#33261f", weight: 500 });
    }
  });
  return width;
}
