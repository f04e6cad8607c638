import { useState } from "react";
import type { Organisation } from "../../../sim/protocol/platform.ts";
import { ChatLine } from "../hud/chat.tsx";
import { useActions, useVisitState, useWorldWords } from "../visit-context.tsx";

const MAX_LINE = 280;

/** Talking with a company's staff. */
export function BoothTalk({ organisation }: { organisation: Organisation }) {
  const words = useWorldWords().panels.booth;
  const { say } = useActions();
  const lines = useVisitState("talk", (state) => state.lines);
  const here = lines.filter(({ booth }) => booth === organisation.slug);
  const [text, setText] = useState("");
  return (
    <section className="booth-talk" aria-label={words.talk}>
      <h3>{words.talk}</h3>
      <p className="hint">{words.talkText}</p>
      <div
        className="talk-log"
        role="log"
        aria-live="polite"
        aria-label={words.talk}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
        tabIndex={0}
      >
        {here.map((line) => (
          <ChatLine key={line.key} line={line} />
        ))}
      </div>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== "" && say(text, organisation.slug)) setText("");
        }}
      >
        <input
          type="text"
          value={text}
          maxLength={MAX_LINE}
          aria-label={words.talkHint}
          placeholder={words.talkHint}
          autoComplete="off"
          onChange={({ target }) => setText(target.value)}
        />
        <button type="submit" className="glass-button">
          {words.ask}
        </button>
      </form>
    </section>
  );
}
