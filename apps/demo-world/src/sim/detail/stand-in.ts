import type { AvatarRef } from "../protocol/references.ts";

/** The zone's own avatars that stand in for others. */
const STAND_INS = ["nagi", "hayate", "otoha", "kame"] as const;

/** The avatar that is drawn for somebody whose own cannot be: always the same one for the same person. */
export function standInFor(person: number): AvatarRef {
  return { kind: "own", id: STAND_INS[person % STAND_INS.length] ?? STAND_INS[0] };
}

/** The tallest a body is drawn, in metres; one that is taller is made smaller. */
const TALLEST = 2.4;
const SMALLEST = 0.4;

/** By how much a body of some height (metres) is scaled, so that nobody fills a hall. */
export function bodyScale(height: number): number {
  if (!(height > 0) || !Number.isFinite(height)) return 1;
  return Math.min(TALLEST / height, Math.max(1, SMALLEST / height));
}
