import { findCause, RyuguError } from "@ryugu/sdk/errors";
import { type CashOut, isEnded, parseSignedCashOut } from "@ryugu/sdk/payout";
import { bytes32 } from "@ryugu/sdk/primitives";
import { PlatformRefusedError } from "../../services/errors.ts";
import { wait } from "../../services/wait.ts";
import { forget, KEPT, keep } from "../../services/world/storage.ts";
import { backoff } from "../../sim/backoff.ts";
import type { CashOutJournal } from "../../sim/creator/cash-out-journal.ts";
import { noCashOut } from "../../stores/creator/cash-out-store.ts";
import { problemOf } from "../world/problem-code.ts";
import type { CreatorDesk, Look } from "./desk.ts";
import { atIssuer } from "./issuer.ts";

const INTERVAL = 1_500;
/** What an issuer says of a request that it will never take, or of a number that it does not know. */
const FINAL = new Set([
  ...["invalid-cash-out", "invalid-bank-account", "cash-out-too-small", "cash-out-not-found"],
]);

/**
 * Brings a signed cash-out to the issuer, and follows it to its end. Whatever breaks off in between is asked again: the same request
 * is the same cash-out.
 */
export async function followCashOut(
  desk: CreatorDesk,
  look: Look,
  journal: CashOutJournal,
): Promise<void> {
  if (look.isFollowing) return;
  look.isFollowing = true;
  let left: CashOutJournal | undefined = journal;
  for (let failures = 0; left !== undefined && isWatched(desk, look); ) {
    const isNew = left.signed !== undefined;
    try {
      left = await followOnce(desk, look, left);
      failures = 0;
      if (left !== undefined) await wait(INTERVAL, look.end.signal);
    } catch (error) {
      if (giveUp(desk, look, { error, isNew })) break;
      failures++;
      await wait(backoff(failures), look.end.signal);
    }
  }
  look.isFollowing = false;
}

const isWatched = ({ key }: CreatorDesk, { end }: Look) => key !== undefined && !end.signal.aborted;

/** Asks once; answers what is still to be followed. */
async function followOnce(
  desk: CreatorDesk,
  look: Look,
  journal: CashOutJournal,
): Promise<CashOutJournal | undefined> {
  const stands = await ask(desk, journal);
  const { signed, ...known } = journal;
  // The issuer has it: from now on its number is enough, whoever looks.
  if (signed !== undefined) keep(KEPT.cashOut, JSON.stringify(known));
  if (!isWatched(desk, look)) return known;
  const hasEnded = isEnded(stands);
  if (hasEnded) forget(KEPT.cashOut);
  desk.stores.cashOut.setState({
    phase: hasEnded ? "ended" : "following",
    cashOut: stands,
    isSilent: false,
    ...(signed === undefined ? {} : { problem: undefined }),
    bank: undefined,
  });
  return hasEnded ? undefined : known;
}

/** Whether the issuer has refused for good. Silence is no refusal. */
function giveUp(
  { stores }: CreatorDesk,
  { end }: Look,
  { error, isNew }: { error: unknown; isNew: boolean },
): boolean {
  if (end.signal.aborted) return false;
  const isFinal = FINAL.has(findCause(error, RyuguError)?.code ?? "");
  if (!isFinal) {
    // A platform that refuses says why; it is asked again all the same, because an earlier question may have come through.
    const isRefused = isNew && findCause(error, PlatformRefusedError) !== undefined;
    stores.cashOut.setState({
      isSilent: !isRefused,
      ...(isRefused ? { problem: problemOf(error) } : {}),
    });
    return false;
  }
  forget(KEPT.cashOut);
  stores.cashOut.setState({ ...noCashOut(), problem: problemOf(error) }, true);
  return true;
}

const ask = (desk: CreatorDesk, { chain, id, signed }: CashOutJournal): Promise<CashOut> =>
  atIssuer(desk, chain, (issuer) =>
    signed === undefined ? issuer.status(bytes32(id)) : issuer.request(parseSignedCashOut(signed)),
  );
