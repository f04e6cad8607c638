import { enArrival } from "./en-arrival.ts";
import { enCorridor } from "./en-corridor.ts";
import { enHud } from "./en-hud.ts";
import { enMaking } from "./en-making.ts";
import { enPanels } from "./en-panels.ts";
import { enNotices, enProblems } from "./en-problems.ts";
import { enShopProblems } from "./en-shop-problems.ts";
import { enTrade } from "./en-trade.ts";
import type { WorldWords } from "./words.ts";

/** The world in English. */
export const en: WorldWords = {
  name: "Ryugu",
  language: "Language",
  other: "Change language",
  loading: (done, of) => `Loading the world: ${done} of ${of}`,
  flat: {
    text: "This browser cannot draw in three dimensions, so you see the world as a map from above.",
    todo: "Everything works here: walk, talk, take, cross, apply, buy.",
  },
  arrival: enArrival,
  hud: enHud,
  panels: enPanels,
  making: enMaking,
  trade: enTrade,
  corridor: enCorridor,
  notices: enNotices,
  problems: { ...enProblems, ...enShopProblems },
  unknownProblem: {
    text: "Something went wrong that this page has no words for.",
    todo: "Try again. Nothing of yours is lost.",
  },
  platforms: { minato: "Minato", garan: "Garan" },
};
