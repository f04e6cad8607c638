import type { Locale, Theme } from "../../stores/preferences-store.ts";
import { useCreator, useCreatorState, useCreatorWords, useKey } from "./creator-context.tsx";

const LOCALES: readonly { locale: Locale; name: string }[] = [
  { locale: "ja", name: "日本語" },
  { locale: "en", name: "English" },
];
const THEMES: readonly Theme[] = ["system", "light", "dark"];

/** The page's name, whose word it shows, and the reader's choices. */
export function CreatorTop() {
  const words = useCreatorWords();
  return (
    <header className="top">
      <a className="skip" href="#money">
        {words.skip}
      </a>
      <p className="brand">
        <img src="/mark.svg" alt="" width="38" height="38" />
        <span>
          <span className="brand-name" lang="en">
            Ryugu
          </span>
          <span className="brand-kanji" lang="ja">
            竜宮
          </span>
        </span>
      </p>
      <NodeStatus />
      <div className="choices">
        <KeySwitch />
        <Languages />
        <Themes />
      </div>
    </header>
  );
}

function NodeStatus() {
  const words = useCreatorWords().node;
  const account = useCreatorState("view", (state) => state.account);
  const phase = useCreatorState("money", (state) => state.nodePhase);
  const partner = useCreatorState("money", (state) => state.node?.partner);
  if (account === undefined) return null;
  const text =
    phase === "asking" ? words.asking : phase === "none" ? words.none : words.live(partner ?? "");
  return (
    <p className="feed" role="status" data-phase={phase === "none" ? "offline" : phase}>
      <span className="feed-dot" aria-hidden="true" />
      {text}
    </p>
  );
}

function KeySwitch() {
  const words = useCreatorWords().key;
  const { actions } = useCreator();
  const key = useKey();
  if (key === "none") return null;
  return key === "open" ? (
    <button
      type="button"
      className="glass-button"
      data-action="close-key"
      onClick={actions.closeKey}
    >
      {words.close}
    </button>
  ) : (
    <button type="button" className="glass-button" data-action="ask-key" onClick={actions.askKey}>
      {words.open}
    </button>
  );
}

function Languages() {
  const words = useCreatorWords();
  const { stores } = useCreator();
  const current = useCreatorState("preferences", (state) => state.locale);
  return (
    <fieldset className="segments">
      <legend className="visually-hidden">{words.language}</legend>
      {LOCALES.map(({ locale, name }) => (
        <label key={locale} lang={locale}>
          <input
            type="radio"
            name="locale"
            checked={locale === current}
            onChange={() => stores.preferences.setState({ locale })}
          />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Themes() {
  const words = useCreatorWords();
  const { stores } = useCreator();
  const current = useCreatorState("preferences", (state) => state.theme);
  return (
    <label className="theme-choice">
      <span className="visually-hidden">{words.theme}</span>
      <select
        value={current}
        onChange={({ target }) => stores.preferences.setState({ theme: target.value as Theme })}
      >
        {THEMES.map((theme) => (
          <option key={theme} value={theme}>
            {words.themes[theme]}
          </option>
        ))}
      </select>
    </label>
  );
}
