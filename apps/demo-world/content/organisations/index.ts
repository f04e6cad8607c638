import type { Organisation } from "../../src/sim/protocol/platform.ts";
import { HAMANASU_ROBOTICS } from "./hamanasu-robotics.ts";
import { ISOSHIGI_FOODS } from "./isoshigi-foods.ts";
import { KUJIRA_LOGISTICS } from "./kujira-logistics.ts";
import { SAZANAMI_STUDIO } from "./sazanami-studio.ts";
import { SHIOSAI_ENERGY } from "./shiosai-energy.ts";
import { TOMOSHIBI_HEALTH } from "./tomoshibi-health.ts";

/** Six companies at Minato's fair, none of which exists, in the order of their booths. */
export const ORGANISATIONS: readonly Organisation[] = [
  SHIOSAI_ENERGY,
  HAMANASU_ROBOTICS,
  KUJIRA_LOGISTICS,
  TOMOSHIBI_HEALTH,
  SAZANAMI_STUDIO,
  ISOSHIGI_FOODS,
];
