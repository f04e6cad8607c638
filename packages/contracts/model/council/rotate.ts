import { emit, type Here } from "../here.ts";
import { ensure } from "../refusal.ts";
import type { Signatures } from "../state/chain.ts";
import { set } from "../state/journal.ts";
import type { ValidatorSet } from "../state/validator-set.ts";
import { DAY } from "../words.ts";
import { currentSet, needQuorum } from "./quorum.ts";

/** The only act that counts for the whole zone: the set `from` names its successor. */
export interface Rotation {
  readonly zone: string;
  readonly from: number;
  readonly to: ValidatorSet;
  readonly validFrom: number;
}

const MOST_AHEAD = 30 * DAY;
/** A zone with so large a quorum never goes below it. */
const LEAST_QUORUM = 3;

/** In the domain of checkpoints: it names no gateway. */
export const rotationText = ({ zone, from, to, validFrom }: Rotation): string =>
  `Rotation ${zone} ${from} ${to.epoch} ${to.validators.join()} ${to.quorum} ${validFrom}`;

/**
 * Takes the next rotation. While one that was taken is not in force yet no other is taken: `from` is the set that is
 * current now. A second in the past is good, for gateways that catch up.
 */
export function rotate(here: Here, rotation: Rotation, signatures: Signatures, zone: string): void {
  const { from, to, validFrom } = rotation;
  const { council } = here.chain;
  const current = currentSet(here);
  const pending = council.next !== undefined && council.next.set !== current;
  ensure(!pending, "RotationPending", `${council.next?.validFrom}`);
  ensure(validFrom <= here.now + MOST_AHEAD, "RotationTooFarAhead");
  const keepsQuorum = to.quorum >= LEAST_QUORUM || current.quorum < LEAST_QUORUM;
  ensure(keepsQuorum, "SetInvalid", `${to.quorum} are not enough`);
  ensure(rotation.zone === zone, "QuorumMissing", "of another zone");
  ensure(from === current.epoch && to.epoch === from + 1, "QuorumMissing", `after ${from}`);
  needQuorum(here, rotationText(rotation), signatures);
  checkSet(to);
  const next = { set: to, validFrom };
  set(here.journal, here.chain, "council", { ...council, current, next });
  emit(here, { name: "Rotated", epoch: to.epoch, validFrom: Math.max(validFrom, here.now) });
}

/** Ascending, without duplicates, and k more than half of n. */
function checkSet({ validators, quorum }: ValidatorSet): void {
  const ascending = validators.every((v, at) => at === 0 || v > (validators[at - 1] ?? ""));
  const enough = quorum * 2 > validators.length && quorum <= validators.length;
  ensure(ascending && enough, "SetInvalid");
}
