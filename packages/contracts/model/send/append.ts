import { emit, type Here } from "../here.ts";
import type { Message } from "../message/message.ts";
import { ensure } from "../refusal.ts";
import { push, set } from "../state/journal.ts";
import type { OutgoingLane } from "../state/lane.ts";
import type { Hash } from "../words.ts";

/** Puts a message at the end of a lane; gives its id. Nothing but a closed lane is in the way of whatever leaves. */
export function append(here: Here, lane: OutgoingLane, message: Message): Hash {
  ensure(!lane.closed, "LaneClosed", lane.destination);
  const { hashing } = here.env;
  const hash = hashing.hashMessage(message);
  const prior = lane.head;
  const id = hashing.link(prior, hash);
  const sequence = lane.log.length + 1;
  set(here.journal, lane, "head", id);
  push(here.journal, lane.log, { sequence, id, hash, prior, message });
  emit(here, {
    name: "MessageSent",
    laneId: lane.id,
    destination: lane.destination,
    sequence,
    id,
    message,
  });
  return id;
}
