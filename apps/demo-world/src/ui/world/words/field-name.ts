import type { Locale } from "../../../stores/preferences-store.ts";
import { enPanels } from "./en-panels.ts";
import { jaPanels } from "./ja-panels.ts";

const FIELDS = { en: enPanels.booth.fields, ja: jaPanels.booth.fields };

/** What a field of an application is called; its own name where the page has no word. */
export const fieldName = (name: string, locale: Locale): string =>
  (Object.hasOwn(FIELDS[locale], name) ? FIELDS[locale][name] : undefined) ?? name;
