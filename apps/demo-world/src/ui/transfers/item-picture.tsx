import { hashFraction } from "../../sim/identifier.ts";
import { useWords } from "../world-context.tsx";

interface ItemPictureProps {
  /** A path under `/ipfs/`, if the item has a picture that the page may load. */
  picture?: string | undefined;
  /** What the drawn stand-in depends on. */
  seed: string;
  /** Whether the picture is still being looked for. */
  waiting?: boolean;
  /** The picture's description; decorative without one. */
  alt?: string;
}

/** An item's picture, or a wave crest drawn from its id alone. */
export function ItemPicture({ picture, seed, waiting = false, alt = "" }: ItemPictureProps) {
  if (picture !== undefined) {
    return <img className="picture" src={picture} alt={alt} loading="lazy" decoding="async" />;
  }
  return <Crest seed={seed} waiting={waiting} />;
}

function Crest({ seed, waiting }: { seed: string; waiting: boolean }) {
  const words = useWords();
  const hue = Math.round(165 + 75 * hashFraction(seed));
  const turn = Math.round(20 * hashFraction(seed, 7) - 10);
  return (
    <svg
      className="picture crest"
      viewBox="0 0 64 64"
      data-waiting={waiting}
      style={{ color: `hsl(${hue} 42% 46%)` }}
      aria-hidden="true"
    >
      <title>{words.transfer.noPicture}</title>
      <g fill="none" stroke="currentColor" strokeWidth="2" transform={`rotate(${turn} 32 46)`}>
        {[8, 15, 22, 29].map((r) => (
          <path key={r} d={`M${32 - r} 48 a${r} ${r} 0 0 1 ${2 * r} 0`} />
        ))}
      </g>
      <circle cx="32" cy="46" r="3.4" fill="currentColor" />
    </svg>
  );
}
