import type { Attestation } from "@ryugu/sdk/lane";

/** Remembers which attestations were verified, so that what several peers send is verified once. */
export interface VerifiedMemory {
  /** @param epoch - of the validator set: who left it is asked for again */
  has(epoch: number, attestation: Attestation): boolean;
  add(epoch: number, attestation: Attestation): void;
}

/** How many are remembered: minutes of a busy zone, in a few megabytes. */
const REMEMBERED = 16_384;

/** Makes the memory. What is oldest is forgotten first, and only verified again. */
export function verifiedMemory(most = REMEMBERED): VerifiedMemory {
  // A set iterates in the order of insertion: the first is the oldest.
  const known = new Set<string>();
  return {
    has: (epoch, attestation) => known.has(keyOf(epoch, attestation)),
    add(epoch, attestation) {
      known.add(keyOf(epoch, attestation));
      const [oldest] = known.size > most ? known : [];
      if (oldest !== undefined) known.delete(oldest);
    },
  };
}

/** Everything that the signature covers, who is said to have signed, and the signature. */
function keyOf(epoch: number, attestation: Attestation): string {
  const { laneId, anchor, sequence, head, validator, signature } = attestation;
  return [epoch, laneId, anchor, sequence, head, validator, signature].join("/");
}
