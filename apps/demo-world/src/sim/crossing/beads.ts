import type { Crossing } from "./crossing.ts";

/** One light of the corridor: what it stands for, and whether it shines. */
export interface Bead {
  kind: "sent" | "final" | "signature" | "delivered";
  /** Waiting, happening now, done, or held up. */
  state: "waiting" | "now" | "done" | "held";
  /** Of a signature: its number, from 1, and who signed, once they have. */
  number?: number;
  signer?: string;
}

/** How many signatures are shown before the crossing knows how many it needs. */
const USUAL_QUORUM = 3;
const MOST_SIGNATURES = 12;

const REACHED = ["gas", "approving", "sending", "sent", "final", "attested", "delivered"];

/** The lights of the corridor for a crossing; all waiting where nobody carries anything. */
export function crossingBeads(crossing: Crossing | undefined): Bead[] {
  const quorum = Math.min(crossing?.quorum || USUAL_QUORUM, MOST_SIGNATURES);
  const signers = crossing?.signers ?? [];
  const isHeld = crossing?.phase === "parked" || crossing?.phase === "returned";
  const reached = isHeld ? REACHED.indexOf("attested") : REACHED.indexOf(crossing?.phase ?? "");
  const done = (phase: string) => reached >= REACHED.indexOf(phase);
  // Whoever signed saw that it was final, whatever the node that is asked has seen so far.
  const isFinal = done("final") || signers.length > 0;
  const kinds: Bead[] = [
    { kind: "sent", state: isFinal || done("sent") ? "done" : "waiting" },
    { kind: "final", state: isFinal ? "done" : "waiting" },
  ];
  for (let number = 1; number <= quorum; number++) {
    const signer = signers[number - 1];
    const signed = signer !== undefined || done("attested");
    kinds.push({
      kind: "signature",
      number,
      state: signed ? "done" : "waiting",
      ...(signer === undefined ? {} : { signer }),
    });
  }
  kinds.push({
    kind: "delivered",
    state: isHeld ? "held" : done("delivered") ? "done" : "waiting",
  });
  const next = kinds.find(({ state }) => state === "waiting");
  if (next !== undefined && reached >= 0 && crossing?.phase !== "failed") next.state = "now";
  return kinds;
}
