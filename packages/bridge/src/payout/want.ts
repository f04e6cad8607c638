import type { Address, ChainId } from "@ryugu/sdk/primitives";
import type { Act, ActEnd, ActStore } from "../ports/act-store.ts";
import type { Clock } from "../ports/clock.ts";

/** After this long an act that came to nothing is asked for anew, in milliseconds. */
const RETRY = 600_000;
/** How long an act may wait to be sent, in milliseconds. */
const EXPIRES = 3_600_000;

/** What is wanted, and what it is for. */
export interface Wish {
  chain: ChainId;
  /** Names the work. What has the same name is never under way twice, and tried again only after a while. */
  work: string;
  /** Names this piece of it: what is new work once the last piece is done. */
  piece: string;
  to: Address;
  data: Act["data"];
  value?: bigint;
}

/**
 * Leaves a call with the relayer, once. An act's id follows from what it is for and from the time, so that a crash anywhere
 * asks for the same act again, and one that was refused comes back later.
 *
 * @returns `asked` now and not before; `under-way`: the same work is; or how it ended lately
 */
export async function want(
  { store, clock }: { store: ActStore; clock: Pick<Clock, "now"> },
  { chain, work, piece, to, data, value }: Wish,
): Promise<"asked" | "under-way" | ActEnd["state"]> {
  const open = await store.wantedActs(chain);
  if (open.some(({ id }) => id.startsWith(`${work}/`))) return "under-way";
  const now = clock.now();
  const id = `${work}/${piece}/${Math.floor(now / RETRY)}`;
  const ended = await store.actEnd(id);
  if (ended !== undefined) return ended.state;
  const sent = value === undefined || value === 0n ? {} : { value: `${value}` };
  await store.wantAct({ id, chain, to, data, ...sent, expires: now + EXPIRES });
  return "asked";
}
