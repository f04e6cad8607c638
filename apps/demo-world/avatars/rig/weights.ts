import { smoothstep } from "../geometry/curve.ts";
import type { Bind, Skin } from "../geometry/surface.ts";
import type { Vector } from "../geometry/vector.ts";

/** A joint along a chain: where it begins, and how wide it blends with the one before. */
export interface Link {
  joint: string;
  at: number;
  blend: number;
}

/** Moves everything by one joint. */
export const rigid =
  (joint: string): Bind =>
  () => [[joint, 1]];

/** Shares a point among a chain of joints by its place along it. The first joint's place is not read. */
export function alongChain(links: readonly Link[], place: number): Skin {
  const begun = links.map(({ at, blend }, i) =>
    i === 0 ? 1 : smoothstep(at - blend, at + blend, place),
  );
  return tidy(links.map(({ joint }, i) => [joint, (begun[i] ?? 0) - (begun[i + 1] ?? 0)]));
}

/** Binds by a coordinate of the point. */
export const chain =
  (links: readonly Link[], place: (at: Vector, v: number) => number): Bind =>
  (at, _u, v) =>
    alongChain(links, place(at, v));

/** A skin between two: the second has the given part. */
export function blendSkins(a: Skin, b: Skin, part: number): Skin {
  const shares = new Map<string, number>();
  for (const [joint, share] of a) shares.set(joint, share * (1 - part));
  for (const [joint, share] of b) shares.set(joint, (shares.get(joint) ?? 0) + share * part);
  return tidy([...shares]);
}

const MAX_JOINTS = 4;

/** The four largest shares, made to add up to 1. */
function tidy(shares: readonly (readonly [string, number])[]): Skin {
  const kept = shares
    .filter(([, share]) => share > 1e-3)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAX_JOINTS);
  const sum = kept.reduce((total, [, share]) => total + share, 0);
  return kept.map(([joint, share]) => [joint, share / sum] as const);
}
