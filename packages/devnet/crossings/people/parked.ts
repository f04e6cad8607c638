import { setTimeout as delay } from "node:timers/promises";
import type { Random } from "@ryugu/contracts/model";
import type { Bytes32 } from "@ryugu/sdk/primitives";
import { chainArchive, nodeArchive, redirectTransfer, retryTransfer } from "@ryugu/sdk/transfer";
import { chainOf, type Stage } from "../stage/stage.ts";
import type { Crossing } from "./book.ts";
import type { Crew } from "./crew.ts";

const PAUSE = 2_000;

/** Where messages' bytes are looked for: the nodes, and the chains where these do not answer. */
export const archivesOf = (stage: Stage) => [
  nodeArchive(stage.zone.manifest.partners.map(({ nodeUrl }) => nodeUrl)),
  chainArchive(stage.zone, ({ id }) => chainOf(stage, id).provider),
];

/** Tries parked messages again, and again, as whoever waits for them would; sometimes for another account. */
export async function tendParked(crew: Crew, random: Random, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const parked = crew.book.underWay.filter(
      ({ progress }) => progress?.legs.at(-1)?.state === "parked",
    );
    await Promise.all(parked.map((crossing) => tend(crew, random, crossing)));
    await delay(PAUSE);
  }
}

async function tend({ stage, book }: Crew, random: Random, crossing: Crossing): Promise<void> {
  const leg = crossing.progress?.legs.at(-1);
  if (leg === undefined) return;
  const { zone, accounts } = stage;
  const there = chainOf(stage, leg.destinationChain);
  const messageId = leg.messageId as Bytes32;
  const archives = archivesOf(stage);
  const { ask } = crossing;
  const recipient = accounts.people.find(({ address }) => address === ask.recipient);
  const mayRedirect = leg.kind === "transfer" && recipient !== undefined;
  try {
    if (mayRedirect && random.chance(0.3)) {
      const other = random.pick(accounts.people) ?? recipient;
      const ended = await recipient.on(there, (signer) =>
        redirectTransfer(zone, signer, messageId, { archives, recipient: other.address }),
      );
      book.selfHelp.redirected += 1;
      if (ended.state === "delivered") crossing.redirectedTo = other.address;
    } else {
      const helper = random.pick(accounts.helpers) ?? ask.person;
      await helper.on(there, (signer) => retryTransfer(zone, signer, messageId, { archives }));
      book.selfHelp.retried += 1;
    }
  } catch {
    // Still refused, or somebody else was first: it is tried again as long as it is parked.
  }
}
