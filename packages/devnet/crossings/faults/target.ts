import type { Random } from "@ryugu/contracts/model";
import type { Address } from "@ryugu/sdk/primitives";
import type { Crew } from "../people/crew.ts";
import type { StageChain, StageCollection } from "../stage/stage.ts";

/** What a fault of one collection strikes. */
export interface Target {
  collection: StageCollection;
  /** A chain where some of it is to arrive, or to pass through. */
  on: StageChain;
  /** Who is to have it. */
  recipient: Address;
}

/** Something that is under way just now, so that the fault is felt; more likely what there is more of. */
export function targetOf(
  { book }: Crew,
  random: Random,
  mayBe: (collection: StageCollection) => boolean = () => true,
): Target | undefined {
  const crossing = random.pick(book.underWay.filter(({ ask }) => mayBe(ask.collection)));
  if (crossing === undefined) return undefined;
  const { collection, origin, destination, recipient } = crossing.ask;
  const passesHome = origin !== collection.home && random.chance(0.5);
  return { collection, recipient, on: passesHome ? collection.home : destination };
}
