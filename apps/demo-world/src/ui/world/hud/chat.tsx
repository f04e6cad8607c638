import { useEffect, useRef, useState } from "react";
import type { TalkLine } from "../../../sim/talk/log.ts";
import { ChatIcon } from "../parts/icons.tsx";
import { useActions, useVisitState, useWorldWords } from "../visit-context.tsx";

/** What is said here, and a line to say something. */
export function Chat() {
  const words = useWorldWords().hud;
  const lines = useVisitState("talk", (state) => state.lines);
  const log = useRef<HTMLDivElement>(null);
  // The newest line is in sight, whenever there is one.
  const newest = lines.at(-1)?.key;
  useEffect(() => {
    if (newest !== undefined) log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [newest]);
  return (
    <section className="chat" aria-label={words.chat}>
      <div
        ref={log}
        className="chat-log"
        role="log"
        aria-live="polite"
        aria-label={words.chat}
        // A list that scrolls is reached by keyboard too.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
        tabIndex={0}
      >
        {lines
          .filter(({ booth }) => booth === undefined)
          .map((line) => (
            <ChatLine key={line.key} line={line} />
          ))}
      </div>
      <SayForm />
    </section>
  );
}

/** One line of what was said. */
export function ChatLine({ line }: { line: TalkLine }) {
  const words = useWorldWords().hud;
  if (line.kind === "note") {
    const said = { joined: words.joined, left: words.left, "went-away": words.wentAway };
    const text = said[line.text as keyof typeof said];
    return <div className="chat-note">{text?.(line.name)}</div>;
  }
  return (
    <div data-kind={line.kind}>
      <b>
        <bdi>{line.name}</bdi>
        {line.kind === "staff" && <span className="tag"> {words.staff}</span>}
      </b>{" "}
      <span>
        <bdi>{line.text}</bdi>
      </span>
    </div>
  );
}

const MAX_LINE = 280;

function SayForm() {
  const words = useWorldWords().hud;
  const { say } = useActions();
  const [text, setText] = useState("");
  return (
    <form
      className="chat-form paper"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== "" && say(text)) setText("");
      }}
    >
      <ChatIcon />
      <input
        type="text"
        id="say"
        value={text}
        maxLength={MAX_LINE}
        placeholder={words.chatHint}
        aria-label={words.chatHint}
        autoComplete="off"
        enterKeyHint="send"
        onChange={({ target }) => setText(target.value)}
        onKeyDown={({ key, currentTarget }) => {
          if (key === "Escape") currentTarget.blur();
        }}
      />
      <button type="submit" className="quiet-button">
        {words.send}
      </button>
    </form>
  );
}
