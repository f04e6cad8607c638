/** The sea before the world has loaded: sky, sun and waves, drawn by the browser alone. */
export function SeaBackdrop() {
  return (
    <svg
      className="sea-backdrop"
      viewBox="0 0 1440 900"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      <defs>
        <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="#234b72" />
          <stop offset="0.42" stopColor="#6f93a8" />
          <stop offset="0.72" stopColor="#f2c6a0" />
          <stop offset="1" stopColor="#ffe3b8" />
        </linearGradient>
        <linearGradient id="deep" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="#e8b58d" />
          <stop offset="0.12" stopColor="#4f8c96" />
          <stop offset="0.5" stopColor="#14596b" />
          <stop offset="1" stopColor="#06283a" />
        </linearGradient>
        <linearGradient id="shade" x1="0" y1="0" x2="1" y2="0">
          <stop offset="0" stopColor="#072a3c" stopOpacity="0.62" />
          <stop offset="0.55" stopColor="#072a3c" stopOpacity="0" />
        </linearGradient>
        <radialGradient id="sun">
          <stop offset="0" stopColor="#fffaf0" />
          <stop offset="0.12" stopColor="#fff2d2" />
          <stop offset="0.2" stopColor="#ffe0a8" stopOpacity="0.65" />
          <stop offset="1" stopColor="#ffd6a0" stopOpacity="0" />
        </radialGradient>
      </defs>
      <rect width="1440" height="470" fill="url(#sky)" />
      <circle cx="980" cy="418" r="330" fill="url(#sun)" />
      <g fill="#fff4e2" opacity="0.5">
        <path d="M120 210c60-26 130-20 176-6 54-22 128-12 168 12-96 14-250 14-344-6z" />
        <path d="M560 128c52-20 110-14 150-2 44-14 96-8 128 10-84 12-200 10-278-8z" />
        <path d="M1090 236c46-18 96-14 132-2 40-14 88-8 116 10-76 10-180 8-248-8z" />
      </g>
      <path
        d="M0 462c120-40 210-52 300-34 60-30 150-34 214 6 52-14 96-4 126 16 90 8 120 12 150 20H0z"
        fill="#4c7486"
        opacity="0.75"
      />
      <path
        d="M1440 470h-300c60-22 118-30 170-22 44-18 96-16 130-4z"
        fill="#5a8190"
        opacity="0.7"
      />
      <rect y="462" width="1440" height="438" fill="url(#deep)" />
      <g className="sea-glitter" fill="#fff0cf">
        {GLITTER.map(([x, y, width, opacity]) => (
          <rect
            key={`${x}-${y}`}
            x={x}
            y={y}
            width={width}
            height="2.4"
            rx="1.2"
            opacity={opacity}
          />
        ))}
      </g>
      <path className="sea-wave sea-wave-far" d={wave(560, 10, 160)} fill="#2b7a86" opacity="0.5" />
      <path
        className="sea-wave sea-wave-mid"
        d={wave(650, 16, 240)}
        fill="#13586b"
        opacity="0.65"
      />
      <path
        className="sea-wave sea-wave-near"
        d={wave(760, 22, 360)}
        fill="#0a3f55"
        opacity="0.85"
      />
      <g className="torii" fill="#9c3220">
        <path d="M826 300q154 34 308 0l6 24q-160 30-320 0z" />
        <rect x="850" y="352" width="260" height="16" rx="3" />
        <path d="M872 330h24l6 226h-36zM1064 330h24l6 226h-36z" />
        <rect x="968" y="334" width="24" height="24" />
      </g>
      <path d="M800 560q180-26 360 0-180 26-360 0z" fill="#0f4b5e" opacity="0.75" />
      <rect className="sea-shade" width="1440" height="900" fill="url(#shade)" />
    </svg>
  );
}

/** The sun's path on the water. */
const GLITTER = Array.from({ length: 64 }, (_, i) => {
  const depth = (i % 16) / 16;
  const spread = 40 + depth * 240;
  const x = 980 + Math.sin(i * 7.31) * spread;
  return [
    Math.round(x),
    Math.round(474 + depth * depth * 250 + (i % 3) * 3),
    14 + depth * 46,
    0.75 - depth * 0.55,
  ] as const;
});

/** A wave across the whole picture and a length more, so that it may drift. */
function wave(y: number, height: number, length: number): string {
  const crests = Array.from(
    { length: Math.ceil(1440 / length) + 2 },
    (_, i) => `q${length / 4} ${i % 2 ? height : -height} ${length / 2} 0t${length / 2} 0`,
  );
  return `M${-length} ${y}${crests.join("")}V900H${-length}z`;
}
