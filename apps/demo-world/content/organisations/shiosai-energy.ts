import type { Organisation } from "../../src/sim/protocol/platform.ts";
import { words } from "../words/words.ts";
import { asksFor, hourly, job, yearly } from "./job.ts";

/** Power from the tide. */
export const SHIOSAI_ENERGY: Organisation = {
  slug: "shiosai-energy",
  did: "did:web:shiosai-energy.example",
  name: words("Shiosai Energy", "潮騒エネルギー"),
  about: words(
    "We let the tide turn the lights on. Forty turbines lie in the strait and send power to 120,000 homes; the next forty are yours to design.",
    "潮の満ち引きで、まちに明かりを。海峡に沈めた40基のタービンが12万世帯に電気を届けています。次の40基を、いっしょに設計しませんか。",
  ),
  booth: 1,
  colour: "#1f7a8c",
  mark: "潮",
  jobs: [
    job({
      slug: "turbine-engineer",
      title: words("Mechanical engineer, tidal turbines", "機械エンジニア(潮流タービン)"),
      description: words(
        "Design blades and bearings that live twenty years in salt water. You sketch on Monday, test in the basin on Thursday, and stand on the ship when your part goes down.",
        "塩水の中で20年もつ翼と軸受を設計します。月曜に描いた図面を木曜に水槽で試し、沈設の日には船の上で見届けます。",
      ),
      employmentType: "FULL_TIME",
      place: words("Kanmon", "関門"),
      salary: yearly(4_800, 7_200),
    }),
    job({
      slug: "grid-forecaster",
      title: words("Data scientist, tide and grid", "データサイエンティスト(潮汐・系統)"),
      description: words(
        "The moon is on time; demand is not. You forecast both and decide, hour by hour, what goes into the batteries.",
        "月は時間どおりでも、需要はそうはいきません。両方を予測し、蓄電池に何をためるかを一時間ごとに決めます。",
      ),
      employmentType: "FULL_TIME",
      place: words("Fukuoka or remote", "福岡またはリモート"),
      salary: yearly(5_200, 8_000),
    }),
    job({
      slug: "summer-diver",
      title: words("Summer intern, underwater inspection", "夏期インターン(水中点検)"),
      description: words(
        "Six weeks with the inspection team: pilot a small underwater robot, read what it saw, and present one thing we should change.",
        "点検チームでの6週間。小型の水中ロボットを操縦し、映像を読み、改善案をひとつ発表してもらいます。",
      ),
      employmentType: "INTERN",
      place: words("Kanmon", "関門"),
      salary: hourly(1_500, 1_500),
    }),
  ],
  fields: asksFor(["name", "email", "school"], ["graduation", "skills", "message"]),
};
