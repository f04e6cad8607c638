import type { WorkDraft } from "./draft.ts";

/** What is done one after the other, from a draft to a work that hangs for sale. */
export const MAKING_STEPS = ["picture", "work", "offer", "hang"] as const;
/** One of them. */
export type MakingStep = (typeof MAKING_STEPS)[number];

/** A work that was made: it belongs to whoever made it, and its split to its creators. */
export interface MadeWork {
  readonly collection: string;
  readonly tokenId: string;
  readonly split: string;
  readonly spot: string;
}

/** A work on its way to the wall. What is done is known and never done again. */
export interface Making {
  /** 32 random bytes: however often the server is asked by it, it makes one work. */
  readonly key: string;
  readonly draft: WorkDraft;
  /** The picture's content id, once the server has it. */
  readonly picture?: string;
  /** Once it is on the chain. */
  readonly work?: MadeWork;
  /** The order by which it is for sale, as it travels, once it is signed. */
  readonly order?: Readonly<Record<string, unknown>>;
  /** Once everybody can see it on the wall. */
  readonly isHung?: boolean;
}

/** The step that is to be done next; undefined once all are done. */
export function nextStep({ picture, work, order, isHung }: Making): MakingStep | undefined {
  if (picture === undefined) return "picture";
  if (work === undefined) return "work";
  if (order === undefined) return "offer";
  return isHung === true ? undefined : "hang";
}

/** How a step stands. */
export function stateOfStep(making: Making, step: MakingStep): "done" | "now" | "next" {
  const next = nextStep(making);
  const [at, now] = [
    MAKING_STEPS.indexOf(step),
    next === undefined ? 99 : MAKING_STEPS.indexOf(next),
  ];
  return at < now ? "done" : at === now ? "now" : "next";
}
