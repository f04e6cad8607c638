import type { Emote } from "../../../sim/protocol/references.ts";
import { useActions, useWorldWords } from "../visit-context.tsx";

const EMOTES: readonly { emote: Emote; sign: string }[] = [
  {
    emote: "wave",
    sign: "M7 12V6.5a1.5 1.5 0 0 1 3 0V11m0-5.5a1.5 1.5 0 0 1 3 0V11m0-4.5a1.5 1.5 0 0 1 3 0v7.5a6 6 0 0 1-10.5 4L4 14.5a1.5 1.5 0 0 1 2.3-2L7 13.5",
  },
  { emote: "bow", sign: "M5 20h14M8 20v-6l5-4M13 10l4 1.5M17.5 9.5a2.2 2.2 0 1 0 0-.1" },
  { emote: "nod", sign: "M12 4.5a5 5 0 1 0 .1 0M12 17v3.5M9 18.5l3 2.5 3-2.5" },
];

/** Gestures. */
export function Emotes() {
  const words = useWorldWords().hud;
  const { emote: show } = useActions();
  return (
    <fieldset className="emotes">
      <legend className="visually-hidden">{words.emotesLabel}</legend>
      {EMOTES.map(({ emote, sign }) => (
        <button
          key={emote}
          type="button"
          className="emote paper"
          aria-label={words.emotes[emote]}
          title={words.emotes[emote]}
          data-emote={emote}
          onClick={() => show(emote)}
        >
          <svg
            aria-hidden="true"
            width="22"
            height="22"
            viewBox="0 0 24 24"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.6"
            strokeLinecap="round"
            strokeLinejoin="round"
          >
            <path d={sign} />
          </svg>
        </button>
      ))}
    </fieldset>
  );
}
