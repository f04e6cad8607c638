import type { Action } from "../actions.ts";
import type { Signatures } from "../state/chain.ts";
import type { ValidatorSet } from "../state/validator-set.ts";
import type { Outcome } from "../step.ts";
import { type Violation, violation } from "./violation.ts";

/**
 * Law 3: fewer than k validators can do nothing but pause. Whatever was believed or decided in a step was signed, as one
 * text, by k different members of the set that was current before it.
 */
export function lawOfQuorum(before: ValidatorSet, action: Action, outcome: Outcome): Violation[] {
  const signatures = signaturesOf(action);
  if (!outcome.done || signatures === undefined) return [];
  const texts = new Map<string, Set<string>>();
  for (const { signer, signed } of signatures) {
    if (!before.validators.includes(signer)) continue;
    texts.set(signed, (texts.get(signed) ?? new Set()).add(signer));
  }
  const most = Math.max(0, ...[...texts.values()].map((signers) => signers.size));
  return most >= before.quorum
    ? []
    : [violation(3, `${action.type} was done on ${action.on} with ${most} of ${before.quorum}`)];
}

function signaturesOf(action: Action): Signatures | undefined {
  if (action.type === "deliver" || action.type === "claim") return action.attestations;
  if (action.type === "rotate" || action.type === "act") return action.signatures;
  return undefined;
}
