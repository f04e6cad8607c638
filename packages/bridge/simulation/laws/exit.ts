import {
  type Action,
  type Chain,
  chainOf,
  type InFlight,
  inFlight,
  type Model,
  previewAll,
  type RefusalName,
} from "@ryugu/contracts/model";
import type { Attestation } from "@ryugu/sdk/lane";
import type { Bytes32, Hex } from "@ryugu/sdk/primitives";
import type { SimNode } from "../nodes/sim-node.ts";
import type { KnownSignatures } from "../world/signatures.ts";
import { ZONE } from "../world/zone.ts";
import { LawBroken } from "./broken.ts";
import type { Finals } from "./finals.ts";

/** What a token, its issuer or the council may do to a person for a time, and what sends a message back later. */
const EXCUSED: readonly RefusalName[] = ["TokenFailed", "LanePaused", "LimitReached"];

export interface ExitContext {
  model: Model;
  nodes: readonly SimNode[];
  finals: Finals;
  signatures: KnownSignatures;
  /** Unix seconds. */
  now: number;
}

/**
 * Law 5: with every relayer dead, whoever has what the nodes have published gets every message out that a quorum attested,
 * each for itself. Tried out, and nothing is changed.
 */
export async function lawOfPublishedExit(context: ExitContext): Promise<LawBroken | undefined> {
  const { model, finals, now } = context;
  for (const origin of model.zone.chains.values()) {
    for (const lane of origin.outgoing.values()) {
      if (finals.isDenied(lane)) continue;
      const there = chainOf(model, lane.destination);
      const quorum = await highestQuorum(context, lane.id as Bytes32);
      const waiting = [...inFlight(model.zone)].filter(
        (flight) => flight.origin === origin && flight.destination === there,
      );
      for (const flight of waiting) {
        if (quorum === undefined || flight.sent.sequence > quorum.sequence) continue;
        const refused = tryClaim(context, waiting, flight, quorum, now);
        if (refused !== undefined)
          return new LawBroken("5", `${flight.sent.id} cannot be claimed: ${refused}`);
      }
    }
  }
  return undefined;
}

interface Quorum {
  sequence: number;
  joined: Hex;
}

/** The highest checkpoint of which the nodes together have a quorum's signatures. */
async function highestQuorum({ nodes }: ExitContext, laneId: Bytes32): Promise<Quorum | undefined> {
  const published: Attestation[] = [];
  for (const { store } of nodes)
    published.push(...((await store?.attestations(laneId, { from: 1, limit: 1_000 })) ?? []));
  const byPlace = Map.groupBy(published, ({ sequence, head }) => `${sequence} ${head}`);
  let best: Quorum | undefined;
  for (const own of byPlace.values()) {
    const [first] = own;
    const { validators, quorum } = ZONE.validatorSet;
    const chosen = validators.flatMap(
      (validator) => own.find((a) => a.validator === validator) ?? [],
    );
    if (first === undefined || chosen.length < quorum) continue;
    if (best !== undefined && best.sequence >= first.sequence) continue;
    const joined = chosen.slice(0, quorum).map(({ signature }) => signature.slice(2));
    best = { sequence: first.sequence, joined: `0x${joined.join("")}` };
  }
  return best;
}

/** A token's Collection messages go first; like everything else they can be claimed. */
function tryClaim(
  context: ExitContext,
  waiting: readonly InFlight[],
  flight: InFlight,
  quorum: Quorum,
  now: number,
): RefusalName | undefined {
  const before = waiting.filter(
    ({ sent }) => sent.sequence < flight.sent.sequence && sent.message.kind === "collection",
  );
  const own = flight.sent.message.kind === "collection" ? [] : [flight];
  const claims = [...before, ...own].map((each) => claim(context, each, quorum));
  if (claims.length === 0) return undefined;
  const outcome = previewAll(context.model, claims, now);
  return outcome.done || EXCUSED.includes(outcome.refusal) ? undefined : outcome.refusal;
}

function claim(
  { signatures }: ExitContext,
  { origin, destination, sent }: InFlight,
  { sequence, joined }: Quorum,
): Action {
  const log = logOf(origin, destination);
  return {
    on: destination.id,
    type: "claim",
    origin: origin.id,
    checkpointSequence: sequence,
    priorHead: sent.prior,
    message: sent.message,
    tailHashes: log.slice(sent.sequence, sequence).map(({ hash }) => hash),
    attestations: signatures.recover(joined),
  };
}

const logOf = (origin: Chain, destination: Chain) => origin.outgoing.get(destination.id)?.log ?? [];
