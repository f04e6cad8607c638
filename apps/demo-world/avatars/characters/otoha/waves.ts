import { smoothstep } from "../../geometry/curve.ts";
import { blendTones, type Tone } from "../../paint/atlas.ts";

/** How many waves there are around the hem, and how high a wave is beside its width. */
const WAVES = 10;
const HIGH = 0.86;

/**
 * Cloth with seigaiha, the blue sea's waves, that rise from the hem: each wave is arcs within arcs,
 * and covers those behind it. Across is around the garment, down is from collar to hem.
 */
export function paintWaves(cloth: Tone, hem: Tone, line: Tone, begin: number, aspect: number) {
  return (across: number, down: number): Tone => {
    const base = blendTones(cloth, hem, smoothstep(begin - 0.15, 1, down));
    const edge = begin + 0.045 * Math.sin(across * Math.PI * 6);
    const shown = smoothstep(edge, edge + 0.1, down);
    return blendTones(base, line, shown * 0.85 * arcs(across * WAVES, down * WAVES * aspect));
  };
}

function arcs(x: number, y: number): number {
  const rowHeight = HIGH / 3;
  const row = Math.floor(y / rowHeight);
  // The wave in front is the one whose foot lies lowest.
  for (let r = row + 3; r >= row; r--) {
    const shift = ((r % 2) + 2) % 2 === 0 ? 0 : 0.5;
    const middle = Math.round(x - shift) + shift;
    const far = Math.hypot(x - middle, (y - r * rowHeight) * 0.9) / 0.56;
    if (far > 1) continue;
    const ring = (far * 2.5) % 1;
    return smoothstep(0.55, 0.7, ring) * (1 - smoothstep(0.9, 1, ring) * 0.6);
  }
  return 0;
}
