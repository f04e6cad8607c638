import { addressOf } from "./actors/begin.ts";
import type { Address, Standard } from "./words.ts";

export const STANDARDS: readonly Standard[] = ["erc721", "erc1155", "erc20"];

/** Where the stage's collection of a standard stands. */
export const addressOfStandard = (standard: Standard): Address =>
  addressOf(0x401 + STANDARDS.indexOf(standard));
