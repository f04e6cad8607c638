import type { Organisation } from "../../src/sim/protocol/platform.ts";
import { words } from "../words/words.ts";
import { asksFor, hourly, job, yearly } from "./job.ts";

/** Seaweed, grown and cooked. */
export const ISOSHIGI_FOODS: Organisation = {
  slug: "isoshigi-foods",
  did: "did:web:isoshigi-foods.example",
  name: words("Isoshigi Foods", "いそしぎフーズ"),
  about: words(
    "Seaweed that cleans the bay while it grows, and tastes of it afterwards. From the rope to the rice ball in one company.",
    "育つあいだに湾をきれいにして、食べればその湾の味がする海藻。ロープからおにぎりまで、ひとつの会社で。",
  ),
  booth: 6,
  colour: "#3f7d4e",
  mark: "磯",
  jobs: [
    job({
      slug: "marine-biologist",
      title: words("Marine biologist", "海洋生物学者"),
      description: words(
        "Find the strains that will like the water of 2040. Half your week is on the boat.",
        "2040年の海を好きになる株を探します。週の半分は船の上です。",
      ),
      employmentType: "FULL_TIME",
      place: words("Sanriku", "三陸"),
      salary: yearly(4_400, 6_400),
    }),
    job({
      slug: "recipe-developer",
      title: words("Recipe developer", "レシピ開発"),
      description: words(
        "Nori is only the beginning. Cook forty things, keep two.",
        "海苔ははじまりにすぎません。40品つくって、2品を残す仕事です。",
      ),
      employmentType: "FULL_TIME",
      place: words("Sendai", "仙台"),
      salary: yearly(3_900, 5_400),
    }),
    job({
      slug: "market-weekend",
      title: words("Weekend market stall", "週末マルシェスタッフ"),
      description: words(
        "Sell what you like to eat. You get to eat it, too.",
        "自分の好きなものを売る仕事。もちろん、食べられます。",
      ),
      employmentType: "PART_TIME",
      place: words("Sendai", "仙台"),
      salary: hourly(1_200, 1_400),
    }),
  ],
  fields: asksFor(["name", "email"], ["languages", "graduation", "message"]),
};
