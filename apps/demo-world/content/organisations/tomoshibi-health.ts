import type { Organisation } from "../../src/sim/protocol/platform.ts";
import { words } from "../words/words.ts";
import { asksFor, job, yearly } from "./job.ts";

/** A clinic that comes to the patient. */
export const TOMOSHIBI_HEALTH: Organisation = {
  slug: "tomoshibi-health",
  did: "did:web:tomoshibi-health.example",
  name: words("Tomoshibi Health", "ともしびヘルス"),
  about: words(
    "A clinic on a screen, a nurse at the door. We look after people in villages that lost their last doctor, and we write every line of our software ourselves.",
    "画面の中の診療所と、玄関に来てくれる看護師。最後の医師が去った村を支えるために、ソフトウェアは一行まで自分たちで書きます。",
  ),
  booth: 4,
  colour: "#d98e04",
  mark: "灯",
  jobs: [
    job({
      slug: "backend-engineer",
      title: words("Software engineer, patient records", "ソフトウェアエンジニア(診療記録)"),
      description: words(
        "Records that belong to the patient, work without a network, and can be explained to a grandmother. TypeScript, PostgreSQL, and patience.",
        "患者さん自身のもので、電波がなくても動き、おばあちゃんにも説明できる診療記録。TypeScriptとPostgreSQL、そして根気。",
      ),
      employmentType: "FULL_TIME",
      place: words("Remote", "フルリモート"),
      salary: yearly(5_400, 8_400),
    }),
    job({
      slug: "visiting-nurse",
      title: words("Visiting nurse", "訪問看護師"),
      description: words(
        "Six homes a day, a small car, and a doctor on the line whenever you want one.",
        "一日6軒、小さな車、そして呼べばいつでもつながる医師。",
      ),
      employmentType: "FULL_TIME",
      place: words("Shimane", "島根"),
      salary: yearly(4_300, 5_600),
    }),
  ],
  fields: asksFor(["name", "email", "message"], ["languages", "skills", "school"]),
};
