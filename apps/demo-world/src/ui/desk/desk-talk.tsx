import { useState } from "react";
import { useDesk, useDeskState, useDeskWords } from "./desk-context.tsx";

const MAX_LINE = 1_000;

/** Questions at the booth, and the staff's answers. */
export function DeskTalk() {
  const words = useDeskWords();
  const { say } = useDesk();
  const talk = useDeskState((state) => state.desk.talk);
  const locale = useDeskState((state) => state.locale);
  const isOpen = useDeskState((state) => state.phase === "open" || state.phase === "lost");
  const [text, setText] = useState("");
  const [isFailed, setFailed] = useState(false);
  const time = new Intl.DateTimeFormat(locale, { timeStyle: "short" });
  return (
    <section className="desk-section" aria-label={words.talk}>
      <h2>{words.talk}</h2>
      <p className="hint">{words.talkText}</p>
      <div
        className="talk-log"
        role="log"
        aria-live="polite"
        aria-label={words.talk}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
        tabIndex={0}
      >
        {talk.length === 0 && <p>{words.talkNone}</p>}
        {talk.map(({ name, text: said, at, staff }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added
          <div key={index} data-kind={staff ? "staff" : "other"}>
            <b>{staff ? words.staff : <bdi>{name}</bdi>}</b>{" "}
            <span className="hint">{time.format(new Date(at))}</span>
            <br />
            <bdi>{said}</bdi>
          </div>
        ))}
      </div>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() === "") return;
          void say(text).then((isHeard) => {
            setFailed(!isHeard);
            if (isHeard) setText("");
          });
        }}
      >
        <input
          type="text"
          value={text}
          maxLength={MAX_LINE}
          aria-label={words.answer}
          placeholder={words.answer}
          autoComplete="off"
          onChange={({ target }) => setText(target.value)}
        />
        <button type="submit" className="main-button" disabled={!isOpen}>
          {words.say}
        </button>
      </form>
      <p role="alert">{isFailed && words.sayFailed}</p>
    </section>
  );
}
