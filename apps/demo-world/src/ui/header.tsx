import type { Locale, Theme } from "../stores/preferences-store.ts";
import { FeedStatus } from "./feed-status.tsx";
import { useWords, useWorld, useWorldState } from "./world-context.tsx";

const LOCALES: readonly { locale: Locale; name: string }[] = [
  { locale: "ja", name: "日本語" },
  { locale: "en", name: "English" },
];
const THEMES: readonly Theme[] = ["system", "light", "dark"];

/** The page's name, what it follows, and the visitor's choices. */
export function Header() {
  const words = useWords();
  return (
    <header className="top">
      <a className="skip" href="#transfers">
        {words.skipToContent}
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
          <span className="brand-line">{words.tagline}</span>
        </span>
      </p>
      <FeedStatus />
      <div className="choices">
        <LanguageChoice />
        <ThemeChoice />
      </div>
    </header>
  );
}

function LanguageChoice() {
  const words = useWords();
  const { stores } = useWorld();
  const current = useWorldState("preferences", (state) => state.locale);
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

function ThemeChoice() {
  const words = useWords();
  const { stores } = useWorld();
  const current = useWorldState("preferences", (state) => state.theme);
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
