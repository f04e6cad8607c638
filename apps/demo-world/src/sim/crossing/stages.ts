import { type Crossing, type CrossingPhase, hasLeft } from "./crossing.ts";

/** One of the lights of the corridor. */
export interface CrossingStage {
  kind: "sent" | "final" | "signature" | "delivered" | "parked" | "returned";
  phase: "done" | "now" | "next";
  /** Of a signature: its number, from 1, and who gave it. */
  number?: number;
  signer?: string;
}

/** As long as no node has told how many signatures are needed. */
const USUAL_QUORUM = 3;
const FINAL: readonly CrossingPhase[] = ["final", "attested", "delivered", "parked", "returned"];
const ENDED: readonly CrossingPhase[] = ["delivered", "parked", "returned"];

/** The corridor's lights in order: sent, final, the signatures, the ending. */
export function crossingStages(crossing: Crossing): CrossingStage[] {
  const { phase, signers } = crossing;
  const quorum = crossing.quorum || USUAL_QUORUM;
  const isFinal = FINAL.includes(phase);
  const isEnded = ENDED.includes(phase);
  const isSigned = isEnded || phase === "attested";
  const left = hasLeft(crossing);
  const stages: CrossingStage[] = [
    { kind: "sent", phase: left ? "done" : "now" },
    { kind: "final", phase: isFinal ? "done" : left ? "now" : "next" },
  ];
  for (let number = 1; number <= quorum; number++) {
    const signer = signers[number - 1];
    const isNext = isFinal && number === signers.length + 1;
    const done = signer !== undefined || isSigned;
    stages.push({
      kind: "signature",
      phase: done ? "done" : isNext ? "now" : "next",
      number,
      ...(signer === undefined ? {} : { signer }),
    });
  }
  const ending = phase === "parked" || phase === "returned" ? phase : "delivered";
  const isNext = isFinal && (isSigned || signers.length >= quorum);
  stages.push({ kind: ending, phase: isEnded ? "done" : isNext ? "now" : "next" });
  return stages;
}
