import { type Words, words } from "../words/words.ts";

/** Who made the works: fictional, but with real keys in the local zone. */
export type CreatorName = "shiori" | "ren";

/** A work in Garan's gallery, as it is described and sold. */
export interface ArtworkPlan {
  id: string;
  title: Words;
  about: Words;
  /** Basis points of each creator. */
  shares: Readonly<Record<CreatorName, number>>;
  /** In yen. */
  price: number;
}

/** The creators' names. */
export const CREATORS: Readonly<Record<CreatorName, Words>> = {
  shiori: words("Shiori", "しおり"),
  ren: words("Ren", "蓮"),
};

/** What hangs in Garan. */
export const ARTWORKS: readonly ArtworkPlan[] = [
  {
    id: "great-swell",
    title: words("Great Swell", "大うねり"),
    about: words(
      "A wave that stands up before the sun, printed in seventeen bands of indigo. Shiori cut the lines; Ren wrote the program that lays the water.",
      "太陽の前に立ち上がる波。藍の帯は十七。線を彫ったのはしおり、水を敷くプログラムを書いたのは蓮。",
    ),
    shares: { shiori: 7_000, ren: 3_000 },
    price: 12_000,
  },
  {
    id: "moon-shoal",
    title: words("The Moon's Shoal", "月の群れ"),
    about: words(
      "Four hundred and thirty fish around the moon over the palace under the sea, each turned from the last by the golden angle, as seeds are in a sunflower.",
      "竜宮にかかる月をめぐる四百三十尾。一尾ごとに黄金角だけまわる、ひまわりの種と同じならび。",
    ),
    shares: { shiori: 5_000, ren: 5_000 },
    price: 18_000,
  },
  {
    id: "stone-garden",
    title: words("Tide in a Stone Garden", "石庭の潮"),
    about: words(
      "Sand raked along the lines that water would take around three mended stones. Every furrow is a level of one equation.",
      "金で継いだ三つの石をめぐる水の道を、砂に引く。一本一本の筋は、ひとつの方程式の等高線。",
    ),
    shares: { shiori: 3_000, ren: 7_000 },
    price: 15_000,
  },
];
