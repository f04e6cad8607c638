import type { Contract } from "ethers";
import type { Attestation } from "../lane/index.ts";
import { type Bytes32, isSameAddress } from "../primitives/index.ts";
import type { Zone } from "../zone/index.ts";
import type { ArchivedMessage, MessageArchive } from "./archive.ts";
import { fetchAttestations } from "./attestations.ts";
import { TransferNotFoundError } from "./errors.ts";
import type { NodeSourceOptions } from "./node-http.ts";
import { type MessageProof, proveMessage } from "./proof.ts";
import type { EndingOptions } from "./waiting.ts";

/** Where the signatures on a lane's checkpoints come from. */
export interface EvidenceOptions extends EndingOptions {
  /** Verified attestations, from any node or file: `readAttestations`. The zone's nodes are asked where left out. */
  attestations?: readonly Attestation[];
  nodes?: NodeSourceOptions;
}

/** Messages asked for at once. */
const PAGE = 256;

/**
 * Puts together what shows a gateway that a message stands in its lane.
 *
 * @param gateway - the lane's destination
 * @throws TransferNotFoundError, ProofIncompleteError, TransferSourceError
 */
export async function gatherProof(
  zone: Zone,
  gateway: Contract,
  archive: MessageArchive,
  found: ArchivedMessage,
  options: EvidenceOptions,
): Promise<MessageProof> {
  const { laneId, sequence } = found;
  const attestations =
    options.attestations ?? (await fetchAttestations(zone, laneId, sequence, options.nodes));
  const lane = await gateway.getFunction("inboundLane")(laneId);
  const anchor = Number(lane.anchor);
  const last = firstSigned(zone, attestations, found, anchor);
  return proveMessage({
    set: zone.validatorSet,
    anchor,
    priorHead: await headBefore(archive, found),
    messages: [found, ...(await messagesTo(archive, laneId, sequence + 1, last))],
    attestations,
  });
}

/** The lane's head before a message. */
async function headBefore(
  archive: MessageArchive,
  { laneId, sequence }: ArchivedMessage,
): Promise<Bytes32> {
  if (sequence === 1) return laneId;
  const [before] = await archive.messages(laneId, sequence - 1, 1);
  if (before !== undefined) return before.messageId;
  throw new TransferNotFoundError("No node or chain knows the message before this one.", {
    details: [`Lane: ${laneId}`, `Message: ${sequence - 1}`],
  });
}

/** Messages of a lane from one sequence to another, fewer where nobody has more. */
export async function messagesTo(
  archive: MessageArchive,
  laneId: Bytes32,
  first: number,
  last: number,
): Promise<ArchivedMessage[]> {
  const all: ArchivedMessage[] = [];
  for (let from = first; from <= last; from = first + all.length) {
    const page = await archive.messages(laneId, from, Math.min(PAGE, last - from + 1));
    if (page.length === 0) break;
    all.push(...page);
  }
  return all;
}

/** The first sequence at or after a message that a quorum has signed; the last that anybody has, where there is none. */
function firstSigned(
  { validatorSet: { validators, quorum } }: Zone,
  attestations: readonly Attestation[],
  { laneId, sequence }: ArchivedMessage,
  anchor: number,
): number {
  const after = attestations.filter(
    (each) => each.laneId === laneId && each.anchor === anchor && each.sequence >= sequence,
  );
  const isSigned = (place: Attestation) => {
    const agreeing = after.filter((a) => a.sequence === place.sequence && a.head === place.head);
    const seats = validators.filter((v) => agreeing.some((a) => isSameAddress(a.validator, v)));
    return seats.length >= quorum;
  };
  const sorted = after.toSorted((a, b) => a.sequence - b.sequence);
  return sorted.find(isSigned)?.sequence ?? sorted.at(-1)?.sequence ?? sequence;
}
