import type { TransferState } from "@ryugu/sdk/transfer";
import type { ItemName } from "../item.ts";
import type { PlatformSlug } from "../place/place.ts";
import type { TokenRef } from "../protocol/references.ts";

/** How far a crossing is. The first three are the person's own; the rest are the bridge's. */
export type CrossingPhase = "gas" | "approving" | "sending" | TransferState | "failed";

/** Why a crossing did not begin, or cannot be followed now. The page has a sentence and a way out for each. */
export type CrossingProblem =
  | "sponsor-empty"
  | "sponsor-unreachable"
  | "chain-unreachable"
  | "nodes-unreachable"
  | "wallet-refused"
  | "not-owner"
  | "refused"
  | "destination-unreachable";

/** A walk through the gate with something in the hand. A plain value: kept, so that a reload goes on with it. */
export interface Crossing {
  readonly from: PlatformSlug;
  readonly to: PlatformSlug;
  /** What was in the hand when one walked in. */
  readonly token: TokenRef;
  /** What the item is called, where that was known when one walked in. */
  readonly name?: ItemName;
  readonly phase: CrossingPhase;
  /** When each phase was reached, in milliseconds since 1970. */
  readonly at: Readonly<Partial<Record<CrossingPhase, number>>>;
  readonly messageId?: string;
  /** The partners who have signed, by name, in order. */
  readonly signers: readonly string[];
  readonly quorum: number;
  /** What it is in the other world, once it is there. */
  readonly arrived?: TokenRef;
  /** What is wrong now. Cleared when it goes on. */
  readonly problem?: CrossingProblem;
  /** Why it parked, as the chain says it. */
  readonly detail?: string;
}

/** What may happen to a crossing. */
export type CrossingNews =
  | { kind: "phase"; phase: CrossingPhase; now: number }
  | { kind: "sent"; messageId: string; now: number }
  | { kind: "signed"; signers: readonly string[]; quorum: number }
  | { kind: "arrived"; token: TokenRef; now: number }
  | { kind: "parked"; detail: string; now: number }
  | { kind: "problem"; problem: CrossingProblem }
  | { kind: "well" };

const ORDER: readonly CrossingPhase[] = [
  "gas",
  "approving",
  "sending",
  "sent",
  "final",
  "attested",
  "delivered",
];

/** A crossing that begins now. */
export function beginCrossing(
  plan: Pick<Crossing, "from" | "to" | "token" | "name">,
  now: number,
): Crossing {
  return { ...plan, phase: "gas", at: { gas: now }, signers: [], quorum: 0 };
}

/** A crossing after some news. News that comes late never takes it back, but for a reorg: `final` may follow nothing. */
export function tellCrossing(crossing: Crossing, news: CrossingNews): Crossing {
  switch (news.kind) {
    case "phase":
      return reach(crossing, news.phase, news.now);
    case "sent":
      return { ...reach(crossing, "sent", news.now), messageId: news.messageId };
    case "signed":
      return { ...crossing, signers: news.signers, quorum: news.quorum };
    case "arrived":
      return { ...reach(crossing, "delivered", news.now), arrived: news.token };
    case "parked":
      return { ...reach(crossing, "parked", news.now), detail: news.detail };
    case "problem":
      return { ...crossing, problem: news.problem };
    case "well":
      return without(crossing);
  }
}

function reach(crossing: Crossing, phase: CrossingPhase, now: number): Crossing {
  const [before, after] = [ORDER.indexOf(crossing.phase), ORDER.indexOf(phase)];
  if (isOver(crossing) || (after !== -1 && before > after)) return crossing;
  return {
    ...without(crossing),
    phase,
    at: { ...crossing.at, [phase]: crossing.at[phase] ?? now },
  };
}

function without({ problem: _, ...rest }: Crossing): Crossing {
  return rest;
}

/** Whether nothing more will happen by itself: arrived, come back, or never begun. */
export function isOver({ phase }: Crossing): boolean {
  return phase === "delivered" || phase === "returned" || phase === "failed";
}

/** Whether the token has left: from here on only the bridge can say where it ends. */
export function hasLeft({ messageId }: Crossing): boolean {
  return messageId !== undefined;
}
