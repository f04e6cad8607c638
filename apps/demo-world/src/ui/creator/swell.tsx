/** Waves under the balance, after the seigaiha pattern: drawn once, for the eye alone. */
const ROWS = 5;
const WAVES = 22;
const SIZE = 34;
const RINGS = [1, 0.72, 0.44] as const;

const waves = Array.from({ length: ROWS }, (_, row) =>
  Array.from({ length: WAVES }, (_, column) => ({
    x: (column + (row % 2) / 2) * 2 * SIZE,
    y: (row + 1) * SIZE * 0.62,
  })),
).flat();

/** The sea that money swims in. */
export function Swell() {
  return (
    <svg
      className="swell"
      viewBox="0 0 1200 130"
      preserveAspectRatio="xMaxYMax slice"
      aria-hidden="true"
    >
      {waves.map(({ x, y }) => (
        <g key={`${x}/${y}`} transform={`translate(${x} ${y})`}>
          <circle r={SIZE} className="swell-ground" />
          {RINGS.map((ring) => (
            <circle key={ring} r={SIZE * ring - 2} className="swell-ring" />
          ))}
        </g>
      ))}
    </svg>
  );
}
