import type { Bead } from "../../sim/crossing/beads.ts";
import { type Brush, inSlot, writeLine } from "../signs/letters.ts";
import type { Sign } from "../signs/sign.ts";
import type { Slot } from "../signs/slot.ts";
import { ringX } from "./measures.ts";

const slotOf = (i: number): Slot => ({
  x: (i % 2) * 1_024,
  y: Math.floor(i / 2) * 230,
  width: 1_000,
  height: 220,
});

/** A plate over each ring, facing whoever walks towards it. */
export function ringSigns(count: number, way: 1 | -1): Sign[] {
  return Array.from({ length: count }, (_, i) => ({
    at: [ringX(i, count, way) - way * 0.12, 3.42, 0] as const,
    width: 2.1,
    height: 0.462,
    turn: -way * (Math.PI / 2),
    slot: slotOf(i),
    lit: 1,
  }));
}

const WORDS = {
  en: {
    sent: "Sent",
    final: "Final",
    signature: "Signature",
    delivered: "Delivered",
    held: "Waiting here",
  },
  ja: { sent: "出発", final: "確定", signature: "署名", delivered: "到着", held: "お預かり中" },
} as const;

const LOOKS: Readonly<Record<Bead["state"], { plate: string; letters: string; edge: string }>> = {
  waiting: { plate: "#123345", letters: "#9fc4cf", edge: "#2c5a70" },
  now: { plate: "#155564", letters: "#d9fff8", edge: "#8ee6df" },
  done: { plate: "#f6fff4", letters: "#10414a", edge: "#ffffff" },
  held: { plate: "#ffd493", letters: "#4f2f05", edge: "#ffb14a" },
};

/** Paints what each ring stands for; a partner's name where one has signed. */
export function paintRingSigns(brush: Brush, beads: readonly Bead[], locale: "en" | "ja"): void {
  const words = WORDS[locale];
  for (const [i, { kind, state, number, signer }] of beads.entries()) {
    const slot = slotOf(i);
    const { plate, letters, edge } = LOOKS[state];
    inSlot(brush, slot, () => {
      brush.fillStyle = plate;
      brush.strokeStyle = edge;
      brush.lineWidth = 8;
      brush.beginPath();
      brush.roundRect(slot.x + 8, slot.y + 8, slot.width - 16, slot.height - 16, 100);
      brush.fill();
      brush.stroke();
      const [x, y, width] = [slot.x + slot.width / 2, slot.y + slot.height / 2, slot.width - 140];
      const step = kind === "signature" ? `${words.signature} ${number ?? ""}` : words[kind];
      const word = state === "held" ? words.held : step;
      if (signer === undefined) {
        writeLine(brush, word, x, y + 4, width, { size: 110, colour: letters, weight: 600 });
        return;
      }
      writeLine(brush, signer, x, y - 26, width, { size: 92, colour: letters, weight: 700 });
      writeLine(brush, word, x, y + 62, width, { size: 50, colour: letters, weight: 400 });
    });
  }
}
