import type { Emote } from "../../sim/protocol/references.ts";
import type { Vrm } from "./vrm.ts";

/** A blink closes and opens in so many seconds. */
const BLINK = 0.16;
/** A mouth moves so long after something was said, in seconds. */
const SPEAKING = 1.8;

/** What a face is doing. */
export interface Face {
  nextBlink: number;
  spokeAt: number;
  said: string | undefined;
  joy: number;
}

/** A face at rest; `start` keeps people from blinking together. */
export const createFace = (start: number): Face => ({
  nextBlink: start,
  spokeAt: Number.NEGATIVE_INFINITY,
  said: undefined,
  joy: 0,
});

/** Blinks, smiles while greeting, moves the mouth while speaking. */
export function updateFace(
  face: Face,
  vrm: Vrm,
  time: number,
  seconds: number,
  doing: { said: string | undefined; emote: Emote | undefined },
): void {
  const manager = vrm.expressionManager;
  if (manager == null) return;
  if (doing.said !== face.said) {
    face.said = doing.said;
    if (doing.said !== undefined) face.spokeAt = time;
  }
  if (time > face.nextBlink + BLINK) face.nextBlink = time + 2 + ((time * 7.31) % 3.5);
  const blink = Math.max(0, 1 - Math.abs((time - face.nextBlink) / BLINK - 0.5) * 2);
  const wanted = doing.emote === undefined ? 0 : 0.85;
  face.joy += (wanted - face.joy) * Math.min(1, seconds * 6);
  const speaking = time - face.spokeAt;
  const open = speaking < SPEAKING ? Math.abs(Math.sin(speaking * 11)) * 0.55 : 0;
  // Smiling eyes are nearly closed: they do not blink as well.
  manager.setValue("blink", time < face.nextBlink ? 0 : blink * (1 - face.joy));
  manager.setValue("happy", face.joy);
  manager.setValue("aa", open);
  manager.update();
}
