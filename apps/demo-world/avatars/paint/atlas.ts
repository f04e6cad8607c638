import { clamp } from "../geometry/curve.ts";
import type { Uv } from "../geometry/surface.ts";
import { blend, type Colour, shaded, toBytes } from "./colour.ts";

/** A colour by light and in the shade. */
export interface Tone {
  lit: Colour;
  shade: Colour;
}

/** A colour at a place of a ramp from 0 to 1; two at one place make a hard edge. */
export type Stop = readonly [at: number, lit: Colour, shade?: Colour];

/** The side of the square picture, in pixels. */
export const ATLAS_SIZE = 512;
const RAMP_WIDTH = 170;
/** Neighbours must not bleed into each other under linear filtering. */
const RAMP_HEIGHT = 6;

/** All colours of a figure in two pictures: by light, and in the shade. */
export interface Atlas {
  lit: Uint8Array;
  shade: Uint8Array;
  /** Adds a row of colours; gives where the colour at 0 to 1 lies. */
  ramp: (stops: readonly Stop[]) => (t: number) => Uv;
  /** Adds a picture; gives where its point at 0 to 1 across and down lies. */
  picture: (
    width: number,
    height: number,
    paint: (x: number, y: number) => Tone,
  ) => (x: number, y: number) => Uv;
}

/** An empty atlas, filled from the top. */
export function createAtlas(): Atlas {
  const lit = new Uint8Array(ATLAS_SIZE ** 2 * 3);
  const shade = new Uint8Array(ATLAS_SIZE ** 2 * 3);
  const pictures = shelves();
  // Ramps are low and pictures are high: on shelves of their own they waste no room.
  const ramps = shelves();

  function fill(
    [left, top]: readonly [number, number],
    width: number,
    height: number,
    paint: (x: number, y: number) => Tone,
  ) {
    for (let j = 0; j < height; j++) {
      for (let i = 0; i < width; i++) {
        const tone = paint(i / (width - 1), j / (height - 1));
        const at = ((top + j) * ATLAS_SIZE + left + i) * 3;
        lit.set(toBytes(tone.lit), at);
        shade.set(toBytes(tone.shade), at);
      }
    }
    return (x: number, y: number): Uv => [
      (left + 0.5 + clamp(x) * (width - 1)) / ATLAS_SIZE,
      (top + 0.5 + clamp(y) * (height - 1)) / ATLAS_SIZE,
    ];
  }

  return {
    lit,
    shade,
    picture: (width, height, paint) => fill(pictures(width, height), width, height, paint),
    ramp(stops) {
      const [left, down] = ramps(RAMP_WIDTH, RAMP_HEIGHT);
      const top = ATLAS_SIZE - RAMP_HEIGHT - down;
      const at = fill([left, top], RAMP_WIDTH, RAMP_HEIGHT, (x) => toneAt(stops, x));
      return (t) => at(t, 0.5);
    },
  };
}

/** Puts things beside one another on rows, each row as high as its highest. */
function shelves(): (width: number, height: number) => readonly [number, number] {
  const shelf = { x: 0, y: 0, height: 0 };
  return (width, height) => {
    if (shelf.x + width > ATLAS_SIZE) {
      shelf.y += shelf.height;
      shelf.x = 0;
      shelf.height = 0;
    }
    const corner = [shelf.x, shelf.y] as const;
    shelf.x += width;
    shelf.height = Math.max(shelf.height, height);
    return corner;
  };
}

/** A colour with the shade that it would have by itself. */
export const tone = (lit: Colour, shade: Colour = shaded(lit)): Tone => ({ lit, shade });

export const blendTones = (x: Tone, y: Tone, t: number): Tone => ({
  lit: blend(x.lit, y.lit, t),
  shade: blend(x.shade, y.shade, t),
});

/** The colour of a ramp at a place. */
export function toneAt(stops: readonly Stop[], place: number): Tone {
  const next = stops.findIndex(([at]) => at > place);
  const [from, to] = [stops.at(next === -1 ? -1 : Math.max(0, next - 1)), stops.at(next)];
  if (from === undefined || to === undefined) return tone([0, 0, 0]);
  const t = to[0] === from[0] ? 0 : clamp((place - from[0]) / (to[0] - from[0]));
  return blendTones(tone(from[1], from[2]), tone(to[1], to[2]), t);
}
