import { type Words, words } from "../words/words.ts";

/** A kind of gift: its slug, its words, and which of the treasures it is. */
export interface GiftKind {
  kind: string;
  name: Words;
  about: Words;
  /** The treasure's name in `@ryugu/treasures` begins with this. */
  treasure: string;
}

/** What lies on Minato's table. */
export const GIFT_KINDS: readonly GiftKind[] = [
  {
    kind: "turtle",
    name: words("Little sea turtle", "ちいさなウミガメ"),
    about: words("It knows the way home.", "帰り道を知っています。"),
    treasure: "Turtle",
  },
  {
    kind: "lantern",
    name: words("Paper lantern", "提灯"),
    about: words("It still glows under the sea.", "海の中でも灯っています。"),
    treasure: "Lantern",
  },
  {
    kind: "nautilus",
    name: words("Nautilus shell", "おうむ貝"),
    about: words("Hold it to your ear.", "耳にあててみてください。"),
    treasure: "Nautilus",
  },
  {
    kind: "pearl",
    name: words("Pearl in its shell", "真珠貝"),
    about: words("Seven years of patience.", "七年の辛抱。"),
    treasure: "Pearl",
  },
  {
    kind: "coral",
    name: words("Branch of coral", "珊瑚の枝"),
    about: words("From the garden of four seasons.", "四季の庭から。"),
    treasure: "Coral",
  },
  {
    kind: "jewel-box",
    name: words("Jewel box", "玉手箱"),
    about: words("Whatever happens, do not open it.", "けっして、開けないでください。"),
    treasure: "Jewel box",
  },
];

/** Garan's own, smaller table. */
export const GARAN_GIFT_KINDS: readonly GiftKind[] = GIFT_KINDS.filter(({ kind }) =>
  ["lantern", "pearl"].includes(kind),
);
