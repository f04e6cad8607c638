import type { Organisation } from "../../src/sim/protocol/platform.ts";
import { words } from "../words/words.ts";
import { asksFor, job, yearly } from "./job.ts";

/** Robots for hospitals and homes. */
export const HAMANASU_ROBOTICS: Organisation = {
  slug: "hamanasu-robotics",
  did: "did:web:hamanasu-robotics.example",
  name: words("Hamanasu Robotics", "はまなすロボティクス"),
  about: words(
    "Robots that carry, fetch and wait politely at the lift. Nurses in ninety hospitals told us what they should do; we listen, then build.",
    "運び、取ってきて、エレベーターでは静かに待つロボット。90の病院の看護師さんの声を聞いてから、つくります。",
  ),
  booth: 2,
  colour: "#c8553d",
  mark: "浜",
  jobs: [
    job({
      slug: "motion-engineer",
      title: words("Robot motion engineer", "ロボット動作エンジニア"),
      description: words(
        "Make a forty-kilogram machine move through a ward at night without waking anybody. Planning, control, and many evenings in the corridor with a notebook.",
        "40キロの機械が、夜の病棟を誰も起こさずに動けるようにします。経路計画と制御、そして廊下でのたくさんの観察。",
      ),
      employmentType: "FULL_TIME",
      place: words("Sapporo", "札幌"),
      salary: yearly(5_000, 7_800),
    }),
    job({
      slug: "interaction-designer",
      title: words("Interaction designer", "インタラクションデザイナー"),
      description: words(
        "Decide how a robot says “after you”. Prototype it with light, sound and movement, and try it with patients the same week.",
        "「お先にどうぞ」をロボットはどう伝えるか。光と音と動きで試作し、その週のうちに患者さんと試します。",
      ),
      employmentType: "FULL_TIME",
      place: words("Sapporo or Tokyo", "札幌または東京"),
      salary: yearly(4_600, 6_800),
    }),
  ],
  fields: asksFor(["name", "email", "skills"], ["school", "portfolio", "message"]),
};
