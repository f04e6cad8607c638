import type { Organisation } from "../../src/sim/protocol/platform.ts";
import { words } from "../words/words.ts";
import { asksFor, hourly, job, yearly } from "./job.ts";

/** Animation and worlds like this one. */
export const SAZANAMI_STUDIO: Organisation = {
  slug: "sazanami-studio",
  did: "did:web:sazanami-studio.example",
  name: words("Sazanami Studio", "さざなみスタジオ"),
  about: words(
    "Twelve people who animate water, wind and everything that moves because of them. Some of the waves you see in films this year are ours.",
    "水と風、そしてそれに動かされるすべてを描く12人。今年の映画の波のいくつかは、わたしたちの波です。",
  ),
  booth: 5,
  colour: "#8f5aa8",
  mark: "漣",
  jobs: [
    job({
      slug: "effects-animator",
      title: words("Effects animator", "エフェクトアニメーター"),
      description: words(
        "By hand or by shader, as the shot wants it. Bring one wave that you are proud of.",
        "手描きでもシェーダーでも、カットが求めるやり方で。自慢の波をひとつ見せてください。",
      ),
      employmentType: "CONTRACTOR",
      place: words("Kyoto", "京都"),
      salary: yearly(4_000, 7_000),
    }),
    job({
      slug: "world-builder-intern",
      title: words("Intern, world building", "インターン(ワールド制作)"),
      description: words(
        "Build one small room that people want to stay in, and find out from them whether you did.",
        "ずっといたくなる小さな部屋をひとつ。できたかどうかは、来た人に聞いてみます。",
      ),
      employmentType: "INTERN",
      place: words("Kyoto or here", "京都、またはこの世界"),
      salary: hourly(1_400, 1_800),
    }),
  ],
  fields: asksFor(["name", "email", "portfolio"], ["skills", "message"]),
};
