interface SeaProps {
  width: number;
  height: number;
  /** How high the floor stands over the lower edge. */
  floor: number;
}

const RAYS = [0.1, 0.27, 0.46, 0.68, 0.86];
const BUBBLES = [
  { x: 0.07, y: 0.62, r: 3 },
  { x: 0.085, y: 0.54, r: 2 },
  { x: 0.31, y: 0.3, r: 2.5 },
  { x: 0.5, y: 0.12, r: 3 },
  { x: 0.73, y: 0.26, r: 2.5 },
  { x: 0.93, y: 0.44, r: 3.5 },
  { x: 0.915, y: 0.36, r: 2 },
];

/** The water behind the lanes: light from above, a floor with coral, a few bubbles. Decoration only. */
export function Sea({ width, height, floor }: SeaProps) {
  const ground = height - floor;
  return (
    <g>
      {RAYS.map((at) => (
        <path
          key={at}
          className="sea-ray"
          d={`M${at * width} 0 h${width * 0.045} l${-width * 0.09} ${height * 0.92} h${-width * 0.08} Z`}
        />
      ))}
      <path
        className="sea-hill"
        d={`M0 ${ground - 16} Q${width * 0.2} ${ground - 62} ${width * 0.42} ${ground - 14} T${width * 0.78} ${ground - 24} T${width} ${ground - 40} V${height} H0 Z`}
      />
      <path
        className="sea-floor"
        d={`M0 ${ground + 10} Q${width * 0.25} ${ground - 12} ${width * 0.5} ${ground + 6} T${width} ${ground + 2} V${height} H0 Z`}
      />
      <Coral x={width * 0.036} y={ground + 18} scale={1} />
      <Coral x={width * 0.966} y={ground + 14} scale={-1} />
      <Weed x={width * 0.085} y={ground + 22} />
      <Weed x={width * 0.912} y={ground + 20} />
      {BUBBLES.map(({ x, y, r }) => (
        <circle key={x} className="sea-bubble" cx={x * width} cy={y * height} r={r} />
      ))}
    </g>
  );
}

interface PlaceProps {
  x: number;
  y: number;
}

const Coral = ({ x, y, scale }: PlaceProps & { scale: number }) => (
  <path
    className="sea-coral"
    transform={`translate(${x} ${y}) scale(${scale} 1)`}
    d="M0 0 C1 -12 -1 -20 0 -34 M0 -14 C8 -16 11 -22 11 -31 M0 -22 C-8 -24 -10 -30 -10 -37 M11 -24 C16 -25 18 -29 18 -34 M0 -34 C0 -38 3 -42 5 -45 M-10 -33 C-14 -34 -16 -38 -16 -42"
  />
);

const Weed = ({ x, y }: PlaceProps) => (
  <path
    className="sea-weed"
    transform={`translate(${x} ${y})`}
    d="M0 0 C-8 -14 8 -22 0 -40 C-5 -50 3 -56 1 -64 M10 0 C4 -10 16 -18 10 -30 C7 -36 12 -42 11 -46"
  />
);
