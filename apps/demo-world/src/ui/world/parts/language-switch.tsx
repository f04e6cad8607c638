import type { Locale } from "../../../stores/preferences-store.ts";
import { useActions, useLanguage, useWorldWords } from "../visit-context.tsx";

const LANGUAGES: readonly { locale: Locale; name: string }[] = [
  { locale: "ja", name: "日本語" },
  { locale: "en", name: "English" },
];

/** Japanese or English. */
export function LanguageSwitch() {
  const words = useWorldWords();
  const language = useLanguage();
  const { set } = useActions();
  return (
    <fieldset className="segments">
      <legend className="visually-hidden">{words.language}</legend>
      {LANGUAGES.map(({ locale, name }) => (
        <label key={locale} lang={locale}>
          <input
            type="radio"
            name="language"
            checked={locale === language}
            onChange={() => set({ locale })}
          />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
