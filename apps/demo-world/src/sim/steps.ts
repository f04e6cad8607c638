import type { TransferStatus } from "@ryugu/sdk/transfer";

/** One bead on a transfer's string: where it has been, where it is, what is to come. */
export interface Step {
  kind: "sent" | "final" | "signature" | "delivered" | "parked" | "returned";
  phase: "done" | "now" | "next";
  /** Of a signature: its number, from 1. */
  number?: number;
  /** Of a signature that arrived: the validator who signed. */
  signer?: string;
}

const ENDINGS = { parked: "parked", returned: "returned" } as const;

/** A transfer's steps in order: sent, final, one signature for each that is needed, the ending. */
export function transferSteps(status: TransferStatus): Step[] {
  const { signers, quorum } = status;
  const state = stateOf(status);
  const isEnded = state === "delivered" || state === "parked" || state === "returned";
  const isFinal = state !== "sent";
  const steps: Step[] = [
    { kind: "sent", phase: "done" },
    { kind: "final", phase: isFinal ? "done" : "now" },
  ];
  for (let number = 1; number <= quorum; number++) {
    const signer = signers[number - 1];
    const done = signer !== undefined || isEnded || state === "attested";
    const isNext = isFinal && number === signers.length + 1;
    const phase = done ? "done" : isNext ? "now" : "next";
    steps.push({ kind: "signature", phase, number, ...(signer === undefined ? {} : { signer }) });
  }
  const ending = state === "parked" || state === "returned" ? ENDINGS[state] : "delivered";
  const enough = state === "attested" || (isFinal && signers.length >= quorum);
  steps.push({ kind: ending, phase: isEnded ? "done" : enough ? "now" : "next" });
  return steps;
}

/** Whoever signed saw that it was final, whatever the node that is asked has seen so far. */
const stateOf = ({ state, signers }: TransferStatus) =>
  state === "sent" && signers.length > 0 ? "final" : state;

/** How far along its lane a transfer is drawn, from 0 (the gate it left) to 1 (the gate it reaches). */
export function laneProgress(status: TransferStatus): number {
  const signatures = Math.min(status.signers.length / Math.max(status.quorum, 1), 1);
  switch (stateOf(status)) {
    case "sent":
      return 0.1;
    case "final":
      return 0.3 + 0.35 * signatures;
    case "attested":
      return 0.75;
    case "parked":
      return 0.9;
    case "delivered":
      return 1;
    case "returned":
      return 0;
  }
}
