/** The katakana that the Zengin system writes, in the order of their half-width forms from U+FF71 on. */
const KATAKANA =
  "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
const FIRST_KANA = 0xff71;

/** Kana without a form of their own there, and the ones that banks write instead. */
const REPLACED: Readonly<Record<string, string>> = {
  ...{ ァ: "ア", ィ: "イ", ゥ: "ウ", ェ: "エ", ォ: "オ", ッ: "ツ", ャ: "ヤ", ュ: "ユ", ョ: "ヨ" },
  ...{ ヮ: "ワ", ヵ: "カ", ヶ: "ケ", ヲ: "オ", ヰ: "イ", ヱ: "エ" },
};

/** Everything that is drawn as a stroke in a name: the long vowel mark, hyphens, dashes, the minus. */
const STROKES = /[ー‐‑‒–—―−─]/gu;
const COMBINING: Readonly<Record<string, string>> = { "\u3099": "ﾞ", "\u309a": "ﾟ" };

/** Voicing marks stand only after kana that have a voiced form. */
const STRAY_MARK = /(?<![ｳｶ-ﾄﾊ-ﾎ])ﾞ|(?<![ﾊ-ﾎ])ﾟ/u;
const NAME_CHARACTER = /^[0-9A-Zｱ-ﾝﾞﾟ ()./-]$/u;
const FIELD_CHARACTER = /^[0-9A-Zｱ-ﾝﾞﾟ ()./,\\｢｣-]$/u;

/**
 * Writes a name as transfers carry it: half-width katakana without small letters, Latin capitals, digits, and
 * `( ) . / -`. Full-width kana, hiragana and small letters are converted, long vowels become hyphens.
 *
 * @returns the text, or the first character that cannot be written
 */
export function toZenginText(name: string): { text: string } | { unwritable: string } {
  let text = "";
  for (const character of name.normalize("NFKD").replace(STROKES, "-")) {
    const written = writeCharacter(character);
    if (!NAME_CHARACTER.test(written)) return { unwritable: character };
    text += written;
  }
  const stray = STRAY_MARK.exec(text);
  if (stray !== null) return { unwritable: stray[0] };
  return { text: text.trim().replace(/ +/g, " ") };
}

/** Whether every character of a text may stand in a record's text field. */
export function isZenginText(text: string): boolean {
  return [...text].every((character) => FIELD_CHARACTER.test(character));
}

function writeCharacter(character: string): string {
  const mark = COMBINING[character];
  if (mark !== undefined) return mark;
  const katakana = toKatakana(character);
  const at = KATAKANA.indexOf(REPLACED[katakana] ?? katakana);
  return at < 0 ? character.toUpperCase() : String.fromCharCode(FIRST_KANA + at);
}

/** Hiragana stand 96 places before their katakana. */
function toKatakana(character: string): string {
  return /[ぁ-ゖ]/u.test(character)
    ? String.fromCharCode(character.charCodeAt(0) + 0x60)
    : character;
}
