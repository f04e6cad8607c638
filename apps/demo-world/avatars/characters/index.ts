import type { Figure } from "../figure.ts";
import { hayate } from "./hayate/hayate.ts";
import { kame } from "./kame/kame.ts";
import { nagi } from "./nagi/nagi.ts";
import { otoha } from "./otoha/otoha.ts";

/** Everyone there is, in the order in which a person chooses. */
export const FIGURES: readonly (() => Figure)[] = [nagi, hayate, otoha, kame];
