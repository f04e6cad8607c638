import { type Attestation, type ValidatorSet, verifyAttestation } from "@ryugu/sdk/lane";
import type { Bytes32 } from "@ryugu/sdk/primitives";
import { hasSeat } from "../domain/seats.ts";
import type { ArchiveStore } from "../ports/archive-store.ts";
import type { CouncilView } from "../ports/council-view.ts";
import type { RelayerStore } from "../ports/relayer-store.ts";
import type { Report } from "../ports/report.ts";
import { UnknownLaneError } from "./errors.ts";
import { verifiedMemory } from "./verified.ts";

/** Takes attestations from anybody, verified. */
export interface Intake {
  /** @throws UnknownLaneError, UnknownValidatorError, AttestationForgedError, InvalidSignatureError */
  verify(attestation: Attestation): void;
  /**
   * Stores verified attestations that are near enough to what this node knows to be of use; the rest is
   * fetched when its time comes, so that a hostile validator cannot fill the disk. Proofs that a
   * validator signed two heads are kept and reported.
   *
   * @returns how many were taken
   */
  keep(verified: readonly Attestation[]): Promise<number>;
  /** Verifies all, then keeps all; throws like `verify` and keeps none when one is wrong. */
  accept(attestations: readonly Attestation[]): Promise<Accepted>;
}

/** What became of an offer. */
export interface Accepted {
  /** Kept now, or known already. */
  accepted: number;
  /** Verified for nothing. */
  wasted: number;
}

export interface IntakeContext {
  store: Pick<ArchiveStore & RelayerStore, "addAttestations" | "attestationsOf" | "lanes">;
  report: Report;
  zoneId: Bytes32;
  council: Pick<CouncilView, "sets">;
  /** Whether the zone has a lane. */
  hasLane(laneId: Bytes32): boolean;
  /** How a signature is checked. */
  prove?: typeof verifyAttestation;
}

/** Attestations further ahead of what this node has seen than this are not kept. */
const MOST_AHEAD = 4_096;
/** Signatures recovered before others get their turn. */
const TURN = 4;

/** Makes the intake. */
export function createIntake(context: IntakeContext): Intake {
  const { store, report, zoneId, council, hasLane, prove = verifyAttestation } = context;
  const verified = verifiedMemory();
  const verify = (attestation: Attestation) => {
    if (!hasLane(attestation.laneId)) {
      throw new UnknownLaneError("The attestation is of a lane that this zone does not have.", {
        details: [`Lane: ${attestation.laneId}`],
      });
    }
    const set = setOf(council.sets(), attestation);
    if (verified.has(set.epoch, attestation)) return;
    prove(zoneId, set, attestation);
    verified.add(set.epoch, attestation);
  };
  const keep = async (offered: readonly Attestation[]) => {
    const lanes = new Map((await store.lanes()).map((lane) => [lane.laneId, lane]));
    const useful = offered.filter(({ laneId, anchor, sequence }) => {
      const lane = lanes.get(laneId);
      return lane?.anchor === anchor && sequence <= lane.seen.count + MOST_AHEAD;
    });
    for (const { second } of await store.addAttestations(useful)) {
      const { validator, laneId, sequence } = second;
      report({ type: "two-heads-found", validator, laneId, sequence });
    }
    report({ type: "attestations-received", count: offered.length, kept: useful.length });
    return useful.length;
  };

  /** Looking one up costs a hundredth of recovering who signed it. */
  const isKnown = async (attestation: Attestation) =>
    (await store.attestationsOf(attestation)).some(
      ({ validator, signature }) =>
        validator === attestation.validator && signature === attestation.signature,
    );

  return {
    verify,
    keep,
    async accept(attestations) {
      const fresh: Attestation[] = [];
      for (const attestation of attestations)
        if (!(await isKnown(attestation))) fresh.push(attestation);
      try {
        await verifyInTurns(fresh, verify);
      } catch (error) {
        report({ type: "attestation-refused", error });
        throw error;
      }
      const kept = fresh.length === 0 ? 0 : await keep(fresh);
      return { accepted: attestations.length - fresh.length + kept, wasted: fresh.length - kept };
    },
  };
}

/** The newest set in which whoever attests has a seat; the newest of all, to refuse by, where there is none. */
function setOf(sets: readonly ValidatorSet[], { validator }: Attestation): ValidatorSet {
  const found = sets.findLast((set) => hasSeat(set, validator)) ?? sets.at(-1);
  if (found === undefined) throw new TypeError("a zone has validators");
  return found;
}

/** Recovering a signer takes a millisecond or two: others get their turn in between. */
export async function verifyInTurns(
  attestations: readonly Attestation[],
  verify: Intake["verify"],
): Promise<void> {
  for (const [index, attestation] of attestations.entries()) {
    if (index % TURN === TURN - 1) await new Promise((resolve) => setImmediate(resolve));
    verify(attestation);
  }
}
