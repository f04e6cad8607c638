import type { Locale } from "../../stores/preferences-store.ts";
import { Applications } from "./applications.tsx";
import { useDesk, useDeskState, useDeskWords } from "./desk-context.tsx";
import { DeskTalk } from "./desk-talk.tsx";

/** A company's desk. */
export function DeskPage() {
  const words = useDeskWords();
  const phase = useDeskState((state) => state.phase);
  const locale = useDeskState((state) => state.locale);
  const organisation = useDeskState((state) => state.organisation);
  return (
    <div className="desk" data-phase={phase}>
      <header className="desk-top">
        <h1>
          {organisation === undefined
            ? words.title
            : `${organisation.name[locale]} · ${words.title}`}
        </h1>
        <Language />
      </header>
      {phase === "locked" ? (
        <main className="desk-locked">
          <h2>{words.lockedTitle}</h2>
          <p>{words.lockedText}</p>
        </main>
      ) : (
        <main className="desk-main">
          <p className="hint">{words.lead}</p>
          <p role="status" className="desk-live" data-live={phase}>
            {phase === "opening" ? words.opening : phase === "lost" ? words.lost : words.live}
          </p>
          <Applications />
          <DeskTalk />
        </main>
      )}
    </div>
  );
}

const LANGUAGES: readonly { locale: Locale; name: string }[] = [
  { locale: "ja", name: "日本語" },
  { locale: "en", name: "English" },
];

function Language() {
  const words = useDeskWords();
  const { setLocale } = useDesk();
  const current = useDeskState((state) => state.locale);
  return (
    <fieldset className="segments">
      <legend className="visually-hidden">{words.language}</legend>
      {LANGUAGES.map(({ locale, name }) => (
        <label key={locale} lang={locale}>
          <input
            type="radio"
            name="language"
            checked={locale === current}
            onChange={() => setLocale(locale)}
          />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
