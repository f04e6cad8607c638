interface GateProps {
  name: string;
  /** The platforms behind the gate. */
  platforms: string;
  /** Whether it stands in open water and needs a reef of its own. */
  afloat: boolean;
  /** Changes when something arrives: the gate lights up once. */
  arrivals: number;
}

const PILLARS = [-30, -15, 0, 15, 30];

/** A chain's gateway, drawn as the sea palace's gate: white foot, vermilion hall, copper roof. */
export function Gate({ name, platforms, afloat, arrivals }: GateProps) {
  return (
    <g className="gate">
      <circle key={arrivals} className="gate-glow" cx="0" cy="-44" r="62" />
      {afloat && <ellipse className="gate-reef" cy="4" rx="86" ry="13" />}
      <path className="gate-foot" d="M-50 0 C-46 -16 -43 -32 -42 -48 H42 C43 -32 46 -16 50 0 Z" />
      <path className="gate-opening" d="M-19 0 V-19 A19 19 0 0 1 19 -19 V0 Z" />
      <path className="gate-line" d="M-45 -20 H-24 M24 -20 H45 M-43 -36 H-16 M16 -36 H43" />
      <path className="gate-ledge" d="M-50 -53 H50 L47 -47 H-47 Z" />
      <path className="gate-hall" d="M-34 -73 H34 V-53 H-34 Z" />
      {PILLARS.map((x) => (
        <path key={x} className="gate-pillar" d={`M${x} -73 V-53`} />
      ))}
      <path
        className="gate-roof"
        d="M-66 -80 Q-44 -79 -31 -97 H31 Q44 -79 66 -80 Q58 -72 40 -71 H-40 Q-58 -72 -66 -80 Z"
      />
      <path
        className="gate-ridge"
        d="M-33 -97 H33 M-34 -97 q-7 -1 -6 -10 q5 1 8 7 M34 -97 q7 -1 6 -10 q-5 1 -8 7"
      />
      <text className="gate-name" y="40">
        {name}
      </text>
      {platforms !== "" && (
        <text className="gate-platforms" y="60">
          {platforms}
        </text>
      )}
    </g>
  );
}
