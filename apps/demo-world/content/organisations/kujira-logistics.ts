import type { Organisation } from "../../src/sim/protocol/platform.ts";
import { words } from "../words/words.ts";
import { asksFor, hourly, job, yearly } from "./job.ts";

/** Quiet ships between islands. */
export const KUJIRA_LOGISTICS: Organisation = {
  slug: "kujira-logistics",
  did: "did:web:kujira-logistics.example",
  name: words("Kujira Logistics", "くじら物流"),
  about: words(
    "Electric coasters that bring parcels, milk and library books to 214 islands, every day, whatever the weather thinks of it.",
    "電気で走る小さな船で、荷物も牛乳も図書館の本も、214の島へ毎日届けます。天気がなんと言おうと。",
  ),
  booth: 3,
  colour: "#2f4b7c",
  mark: "鯨",
  jobs: [
    job({
      slug: "route-planner",
      title: words("Route planner", "配船プランナー"),
      description: words(
        "Thirty ships, 214 islands, one typhoon. You plan the day so that nobody waits for medicine, and improve the program that plans with you.",
        "船30隻、島214、台風ひとつ。薬を待つ人がひとりも出ないように一日を組み立て、いっしょに考えるプログラムも育てます。",
      ),
      employmentType: "FULL_TIME",
      place: words("Hiroshima", "広島"),
      salary: yearly(4_200, 6_000),
    }),
    job({
      slug: "deck-officer",
      title: words("Deck officer, electric coaster", "航海士(電気推進内航船)"),
      description: words(
        "Bring a silent ship into small harbours. We pay for your certificate and for your way home every second week.",
        "静かな船を小さな港へ。海技免状の費用も、隔週の帰省の交通費も会社が持ちます。",
      ),
      employmentType: "FULL_TIME",
      place: words("Setouchi", "瀬戸内"),
      salary: yearly(4_600, 6_600),
    }),
    job({
      slug: "harbour-part-time",
      title: words("Harbour team, mornings", "港チーム(朝の部)"),
      description: words(
        "Load the first ship of the day with us, from five to nine. Coffee is on the pier.",
        "朝5時から9時、その日の最初の船にいっしょに荷を積みます。桟橋にコーヒーがあります。",
      ),
      employmentType: "PART_TIME",
      place: words("Onomichi", "尾道"),
      salary: hourly(1_350, 1_600),
    }),
  ],
  fields: asksFor(["name", "email"], ["school", "graduation", "skills", "message"]),
};
