import type { Figure } from "../figure.ts";
import { nagi } from "./nagi.ts";

/** Everyone there is, in the order in which a person chooses. */
export const FIGURES: readonly (() => Figure)[] = [nagi];
