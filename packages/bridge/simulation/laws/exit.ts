import { type Model, previewAll, type RefusalName } from "@ryugu/contracts/model";
import type { Bytes32 } from "@ryugu/sdk/primitives";
import type { SimNode } from "../nodes/sim-node.ts";
import { claimsFor, publishedQuorum, waitingOn } from "../people/claims.ts";
import type { KnownSignatures } from "../world/signatures.ts";
import { LawBroken } from "./broken.ts";
import type { Finals } from "./finals.ts";

/** What a token, its issuer or the council may do to a person for a time. */
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
  const { model, nodes, finals, signatures, now } = context;
  for (const origin of model.zone.chains.values()) {
    for (const lane of origin.outgoing.values()) {
      const waiting = waitingOn(model, origin.id, lane.destination);
      if (waiting.length === 0 || finals.isDenied(lane)) continue;
      const quorum = await publishedQuorum(nodes, lane.id as Bytes32);
      if (quorum === undefined) continue;
      for (const flight of waiting) {
        const claims = claimsFor(flight, waiting, quorum, signatures);
        const outcome = previewAll(model, claims, now);
        if (!outcome.done && !EXCUSED.includes(outcome.refusal))
          return new LawBroken("5", `${flight.sent.id} cannot be claimed: ${outcome.refusal}`);
      }
    }
  }
  return undefined;
}
