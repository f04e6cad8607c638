import { CanvasTexture, SRGBColorSpace } from "three";
import { ATLAS, type LabelKind, labelSlot } from "./label-atlas.ts";
import { paintName, paintSaid } from "./paint-label.ts";

/** What the labels are painted on. Without a canvas (in a test) it stays blank. */
export interface LabelSheet {
  readonly texture: CanvasTexture | null;
  paint(kind: LabelKind, slot: number, text: string): void;
  /** How much of a slot's width its label fills, from 0 to 1; 1 for one that was never painted. */
  filled(kind: LabelKind, slot: number): number;
}

/** See {@link LabelSheet}. */
export function createSheet(): LabelSheet {
  const canvas = typeof document === "undefined" ? undefined : document.createElement("canvas");
  if (canvas !== undefined) Object.assign(canvas, ATLAS);
  const brush = canvas?.getContext("2d") ?? undefined;
  const texture = canvas === undefined ? null : new CanvasTexture(canvas);
  if (texture !== null) texture.colorSpace = SRGBColorSpace;
  const parts = { name: new Map<number, number>(), said: new Map<number, number>() };
  return {
    texture,
    paint(kind, number, text) {
      if (brush === undefined || texture === null) return;
      const slot = labelSlot(kind, number);
      const width = (kind === "name" ? paintName : paintSaid)(brush, slot, text);
      parts[kind].set(number, width / slot.width);
      texture.needsUpdate = true;
    },
    filled: (kind, number) => parts[kind].get(number) ?? 1,
  };
}
