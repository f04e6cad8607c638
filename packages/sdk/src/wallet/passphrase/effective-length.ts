import { COMMON_WORDS, KEY_ROWS } from "./common.ts";

/** Why a passphrase counts for less than its length. */
export type PassphraseWeakness = "common" | "personal" | "repeats" | "sequence";

/** What a passphrase is worth to one who guesses. */
export interface EffectiveLength {
  /** Characters that a guesser has to find; a kanji counts as two. */
  length: number;
  weaknesses: ReadonlySet<PassphraseWeakness>;
}

/** What comes after is not looked at: it is long enough by then. */
const MAX_CHARACTERS = 128;

/** Below this a word of the person's own (a name, a site) is too short to look for. */
const MIN_WORD = 3;

/** Longest chunk whose repetition is noticed. */
const MAX_PERIOD = 16;

const LOOKALIKES: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "l",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "8": "b",
  "@": "a",
  $: "s",
  "!": "i",
};

/**
 * Counts a passphrase's characters as a guesser would: a common word, a name of the person's or a run of
 * keys counts as one or two, a repetition as nothing.
 *
 * @param personal - the person's name, the site's: what a guesser knows
 */
export function effectiveLength(text: string, personal: readonly string[]): EffectiveLength {
  const characters = fold(text).slice(0, MAX_CHARACTERS);
  const worth = characters.map((character): number => (/\p{Script=Han}/u.test(character) ? 2 : 1));
  const weaknesses = new Set<PassphraseWeakness>();
  const discount = (why: PassphraseWeakness, start: number, end: number, keep: number) => {
    let left = keep;
    for (let i = start; i < end; i++) {
      const before = worth[i] ?? 0;
      worth[i] = Math.min(before, left);
      left -= worth[i] ?? 0;
      if ((worth[i] ?? 0) < before) weaknesses.add(why);
    }
  };

  const names = personal.map((name) => fold(name)).filter((name) => name.length >= MIN_WORD);
  for (const name of names)
    everywhere(characters, name, (at, end) => discount("personal", at, end, 1));
  for (const word of COMMON_WORDS) {
    everywhere(characters, [...word], (at, end) => discount("common", at, end, 1));
  }
  sequences(characters, (start, end) => discount("sequence", start, end, 2));
  repetitions(characters, (start, end) => discount("repeats", start, end, 0));
  return { length: worth.reduce((sum, each) => sum + each, 0), weaknesses };
}

function fold(text: string): string[] {
  return [...text.normalize("NFKC").toLowerCase()];
}

type Report = (start: number, end: number) => void;

/** Finds a word, also where digits and signs stand for letters. */
function everywhere(characters: readonly string[], word: readonly string[], report: Report): void {
  for (let start = 0; start + word.length <= characters.length; start++) {
    const isHere = word.every((letter, i) => {
      const character = characters[start + i] ?? "";
      return character === letter || LOOKALIKES[character] === letter;
    });
    if (isHere) report(start, start + word.length);
  }
}

/** Finds runs of three and more: abc, 987, qwerty. */
function sequences(characters: readonly string[], report: Report): void {
  for (const next of [1, -1]) {
    let start = 0;
    for (let i = 1; i <= characters.length; i++) {
      if (i < characters.length && follows(characters[i - 1], characters[i], next)) continue;
      if (i - start >= 3) report(start, i);
      start = i;
    }
  }
}

function follows(before = "", after = "", step: number): boolean {
  if ((after.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0) === step) return true;
  return KEY_ROWS.some((row) => row.includes(before) && row[row.indexOf(before) + step] === after);
}

/** Finds chunks that repeat what stood just before them; a doubled letter is no repetition. */
function repetitions(characters: readonly string[], report: Report): void {
  for (let period = 1; period <= MAX_PERIOD; period++) {
    let start = period;
    for (let i = period; i <= characters.length; i++) {
      if (i < characters.length && characters[i] === characters[i - period]) continue;
      if (i - start >= Math.max(period, 2)) report(start, i);
      start = i + 1;
    }
  }
}
