import { emit, type Here } from "../here.ts";
import { gatewayText, type Signature } from "../message/signature.ts";
import { ensure } from "../refusal.ts";
import type { Chain } from "../state/chain.ts";
import { put } from "../state/journal.ts";
import { type Address, type ChainId, type Collection, collectionKey, DAY, HOUR } from "../words.ts";
import { currentSet } from "./quorum.ts";

/** What is paused: the lanes to and from one chain, all lanes, or one collection. */
export type PauseSubject = ChainId | "all" | Collection;

export interface Pause {
  readonly validator: Address;
  readonly subject: PauseSubject;
  /** Seconds. */
  readonly duration: number;
  /** The validator's next one at this gateway; it counts only with a signature. */
  readonly nonce: number;
}

const BUDGET = 6 * HOUR;
const BUDGET_PERIOD = 7 * DAY;
export const MOST_EXTENSION = 14 * DAY;

export const pauseText = (
  { id, gateway }: Pick<Chain, "id" | "gateway">,
  { validator, subject, duration, nonce }: Pause,
): string => gatewayText(id, gateway, "Pause", [validator, nameOf(subject), duration, nonce]);

export const nameOf = (subject: PauseSubject): string =>
  typeof subject === "string" ? subject : collectionKey(subject);

/** One validator pauses, out of a budget that is spent when it asks. By call, or with a signature by anyone. */
export function pause(here: Here, by: Address, given: Pause, signature?: Signature): void {
  const { validator, subject, duration, nonce } = given;
  const before = here.chain.pauseBudgets.get(validator) ?? { spent: 0, end: -Infinity, nonce: 0 };
  if (signature === undefined) {
    ensure(by === validator, "NotAValidator", by);
  } else {
    const good =
      signature.signer === validator && signature.signed === pauseText(here.chain, given);
    ensure(good, "SignatureInvalid");
    ensure(nonce === before.nonce, "NonceWrong", `${nonce}`);
  }
  ensure(currentSet(here).validators.includes(validator), "NotAValidator", validator);
  const whole = here.now >= before.end + BUDGET_PERIOD;
  const spent = (whole ? 0 : before.spent) + duration;
  if (here.env.rules.countsPauses) ensure(spent <= BUDGET, "PauseBudgetSpent", `${spent} s`);
  const until = here.now + duration;
  put(here.journal, here.chain.pauseBudgets, validator, {
    spent,
    end: Math.max(before.end, until),
    nonce: before.nonce + (signature === undefined ? 0 : 1),
  });
  lengthen(here, "Paused", subject, until);
}

/** A quorum's pause: at most 14 days from now, never shorter than what stands. */
export function extendPause(here: Here, subject: PauseSubject, until: number): void {
  ensure(until <= here.now + MOST_EXTENSION, "PauseTooLong");
  lengthen(here, "PauseExtended", subject, until);
}

/** Ends the pause of exactly this subject. */
export function liftPause(here: Here, subject: PauseSubject): void {
  setUntil(here, subject, 0);
  emit(here, { name: "PauseLifted", subject: nameOf(subject), until: 0 });
}

function lengthen(here: Here, name: "Paused" | "PauseExtended", subject: PauseSubject, to: number) {
  const { pausedUntil, quarantinedUntil } = here.chain;
  const before =
    typeof subject === "string"
      ? pausedUntil.get(subject)
      : quarantinedUntil.get(collectionKey(subject));
  const until = Math.max(before ?? 0, to);
  setUntil(here, subject, until);
  emit(here, { name, subject: nameOf(subject), until });
}

function setUntil({ chain, journal }: Here, subject: PauseSubject, until: number): void {
  if (typeof subject === "string") put(journal, chain.pausedUntil, subject, until);
  else put(journal, chain.quarantinedUntil, collectionKey(subject), until);
}
