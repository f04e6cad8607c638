/** What the browser keeps for the next visit. It may be forbidden or full: then the page lives without. */

/** Reads what was kept; undefined for nothing. */
export function readKept(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a text; says whether the browser did. */
export function keep(key: string, text: string): boolean {
  try {
    localStorage.setItem(key, text);
    return localStorage.getItem(key) === text;
  } catch {
    return false;
  }
}

/** Forgets it. */
export function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // What cannot be read again is as good as forgotten.
  }
}

/** Reads kept JSON; undefined for nothing and for nonsense. */
export function readKeptJson(key: string): unknown {
  try {
    return JSON.parse(readKept(key) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}

/** Where things lie. */
export const KEPT = {
  visitor: "ryugu.visitor",
  key: "ryugu.key",
  crossing: "ryugu.crossing",
  making: "ryugu.making",
  backup: "ryugu.backup",
  settings: "ryugu.world",
  cashOut: "ryugu.cash-out",
} as const;
