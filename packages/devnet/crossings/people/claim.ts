import type { Bytes32 } from "@ryugu/sdk/primitives";
import { claimTransfer } from "@ryugu/sdk/transfer";
import { chainOf } from "../stage/stage.ts";
import type { Crossing } from "./book.ts";
import type { Crew } from "./crew.ts";
import { archivesOf } from "./parked.ts";

/** How many claims are tried at once. */
const MOST = 12;

/** Whoever waits for something that a quorum has signed, and that nobody delivers, takes it out of its lane. */
export async function claimWhatWaits(crew: Crew): Promise<void> {
  const waiting = crew.book.underWay.filter(
    ({ progress }) => progress?.legs.at(-1)?.state === "attested",
  );
  await Promise.all(waiting.slice(0, MOST).map((crossing) => claim(crew, crossing)));
}

async function claim({ stage, book }: Crew, { ask, progress }: Crossing): Promise<void> {
  const leg = progress?.legs.at(-1);
  if (leg === undefined) return;
  const there = chainOf(stage, leg.destinationChain);
  const people = stage.accounts.people;
  const claimant = people.find(({ address }) => address === ask.recipient) ?? ask.person;
  try {
    await claimant.on(there, (signer) =>
      claimTransfer(stage.zone, signer, leg.messageId as Bytes32, { archives: archivesOf(stage) }),
    );
    book.selfHelp.claimed += 1;
  } catch {
    // Its collection has not been told yet, it would park, or it was delivered meanwhile.
  }
}
