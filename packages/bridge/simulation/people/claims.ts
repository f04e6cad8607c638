import {
  type Action,
  type Chain,
  type ChainId,
  type InFlight,
  inFlight,
  type Model,
} from "@ryugu/contracts/model";
import type { Attestation } from "@ryugu/sdk/lane";
import type { Bytes32, Hex } from "@ryugu/sdk/primitives";
import type { SimNode } from "../nodes/sim-node.ts";
import type { KnownSignatures } from "../world/signatures.ts";
import { ZONE } from "../world/zone.ts";

/** A checkpoint with a quorum's signatures, as a gateway takes them. */
export interface PublishedQuorum {
  sequence: number;
  head: string;
  joined: Hex;
}

/** The highest checkpoint of a lane of which some nodes together have a quorum's signatures. */
export async function publishedQuorum(
  nodes: readonly SimNode[],
  laneId: Bytes32,
): Promise<PublishedQuorum | undefined> {
  const published: Attestation[] = [];
  for (const { store } of nodes)
    published.push(...((await store?.attestations(laneId, { from: 1, limit: 1_000 })) ?? []));
  const places = Map.groupBy(published, ({ sequence, head }) => `${sequence} ${head}`);
  return [...places.values()]
    .flatMap((own) => quorumOf(own) ?? [])
    .sort((a, b) => b.sequence - a.sequence)[0];
}

function quorumOf(own: readonly Attestation[]): PublishedQuorum | undefined {
  const { validators, quorum } = ZONE.validatorSet;
  const chosen = validators
    .flatMap((validator) => own.find((attestation) => attestation.validator === validator) ?? [])
    .slice(0, quorum);
  const [first] = chosen;
  if (first === undefined || chosen.length < quorum) return undefined;
  const joined = chosen.map(({ signature }) => signature.slice(2)).join("");
  return { sequence: first.sequence, head: first.head, joined: `0x${joined}` };
}

/** What a lane's destination has not consumed yet. */
export function waitingOn(model: Model, origin: ChainId, destination: ChainId): InFlight[] {
  return [...inFlight(model.zone)].filter(
    (flight) => flight.origin.id === origin && flight.destination.id === destination,
  );
}

/**
 * The claims that get one message out: a token's Collection messages go first, and can be claimed like everything
 * else. None where the quorum does not reach so far.
 */
export function claimsFor(
  flight: InFlight,
  waiting: readonly InFlight[],
  quorum: PublishedQuorum,
  signatures: KnownSignatures,
): Action[] {
  const { sequence } = flight.sent;
  if (sequence > quorum.sequence || flight.sent.message.kind === "collection") return [];
  const before = waiting.filter(
    ({ sent }) => sent.sequence < sequence && sent.message.kind === "collection",
  );
  return [...before, flight].map(({ origin, destination, sent }) => ({
    on: destination.id,
    type: "claim",
    origin: origin.id,
    checkpointSequence: quorum.sequence,
    priorHead: sent.prior,
    message: sent.message,
    tailHashes: logOf(origin, destination)
      .slice(sent.sequence, quorum.sequence)
      .map(({ hash }) => hash),
    attestations: signatures.recover(quorum.joined),
  }));
}

const logOf = (origin: Chain, destination: Chain) => origin.outgoing.get(destination.id)?.log ?? [];
