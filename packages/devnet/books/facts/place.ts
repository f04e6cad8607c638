import type { Place } from "@ryugu/sdk/payout/statement";
import { type Bytes32, chainId } from "@ryugu/sdk/primitives";
import { keccak256, toUtf8Bytes } from "ethers";
import type { Side } from "../model/words.ts";
import type { Deed } from "../people/play.ts";

export const CHAIN_IDS = { minato: chainId(31_341), garan: chainId(31_342) } as const;

/** 64 hex digits that follow from a text. */
export const wordOf = (text: string): Bytes32 => keccak256(toUtf8Bytes(text)) as Bytes32;

/** The place of a deed where no chain recorded it: each deed is a block. */
export function plainPlace(side: Side, { number, now }: Pick<Deed, "number" | "now">): Place {
  return {
    chain: CHAIN_IDS[side],
    block: number + 1,
    blockHash: wordOf(`block ${side} ${number}`),
    time: now,
    transaction: wordOf(`transaction ${number}`),
    logIndex: 0,
  };
}
