import { jaArrival } from "./ja-arrival.ts";
import { jaCorridor } from "./ja-corridor.ts";
import { jaHud } from "./ja-hud.ts";
import { jaMaking } from "./ja-making.ts";
import { jaPanels } from "./ja-panels.ts";
import { jaNotices, jaProblems } from "./ja-problems.ts";
import { jaShopProblems } from "./ja-shop-problems.ts";
import { jaTrade } from "./ja-trade.ts";
import type { WorldWords } from "./words.ts";

/** The world in Japanese. */
export const ja: WorldWords = {
  name: "竜宮",
  language: "言語",
  other: "言語を切り替える",
  loading: (done, of) => `世界を読み込んでいます：${of}件中${done}件`,
  flat: {
    text: "このブラウザーでは3Dを表示できないため、世界を真上から見た地図で表示しています。",
    todo: "歩く、話す、受け取る、渡る、応募する、買う。すべてこのままできます。",
  },
  arrival: jaArrival,
  hud: jaHud,
  panels: jaPanels,
  making: jaMaking,
  trade: jaTrade,
  corridor: jaCorridor,
  notices: jaNotices,
  problems: { ...jaProblems, ...jaShopProblems },
  unknownProblem: {
    text: "うまくいきませんでした。",
    todo: "もう一度お試しください。あなたのものは何も失われていません。",
  },
  platforms: { minato: "みなと", garan: "伽藍" },
};
