/** A company's desk: the composition root. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { readDesk, sayAtBooth, takeDeskKey } from "../../services/desk/desk-client.ts";
import { loadPreferences, savePreferences } from "../../services/preferences.ts";
import { createDeskStore } from "../../stores/desk/desk-store.ts";
import type { Locale } from "../../stores/preferences-store.ts";
import { DeskProvider } from "../../ui/desk/desk-context.tsx";
import { DeskPage } from "../../ui/desk/desk-page.tsx";
import "../../ui/desk/styles/index.css";
import { runDesk } from "./run-desk.ts";

const preferences = loadPreferences(navigator.languages);
const store = createDeskStore(preferences.locale);
const key = takeDeskKey();

const setLocale = (locale: Locale) => {
  store.setState({ locale });
  document.documentElement.lang = locale;
  savePreferences({ ...preferences, locale });
};
const say = async (text: string): Promise<boolean> => {
  if (key === undefined) return false;
  try {
    await sayAtBooth(key, text);
    return true;
  } catch {
    return false;
  }
};

document.documentElement.lang = preferences.locale;
const root = document.getElementById("root");
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <DeskProvider value={{ store, say, setLocale }}>
        <DeskPage />
      </DeskProvider>
    </StrictMode>,
  );
}
if (key === undefined) store.setState({ phase: "locked" });
else void runDesk(store, key, readDesk);
