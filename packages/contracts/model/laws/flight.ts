import type { CarryingMessage } from "../message/message.ts";
import type { Chain } from "../state/chain.ts";
import type { IncomingLane, SentMessage } from "../state/lane.ts";
import type { Zone } from "../state/zone.ts";
import type { ChainId } from "../words.ts";

/** One message of a lane that its destination has not consumed yet. */
export interface InFlight {
  readonly origin: Chain;
  readonly destination: Chain;
  readonly sent: SentMessage;
}

/** Whether a lane's destination has consumed a message, in order or by claim. */
export const isConsumed = (lane: IncomingLane, there: Chain, { sequence, id }: SentMessage) =>
  sequence <= lane.delivered || there.spent.has(id);

/** Every message that was sent and not consumed, over all lanes. A lane that is open at one end only holds them too. */
export function* inFlight(zone: Zone): Generator<InFlight> {
  for (const origin of zone.chains.values()) {
    for (const { destination: id, log } of origin.outgoing.values()) {
      const destination = zone.chains.get(id);
      if (destination === undefined) continue;
      const lane = destination.incoming.get(origin.id);
      for (let at = lane?.delivered ?? 0; at < log.length; at++) {
        const sent = log[at];
        if (sent === undefined || destination.spent.has(sent.id)) continue;
        yield { origin, destination, sent };
      }
    }
  }
}

/** What a message carries, if it carries anything. */
export const carryingPart = (sent: SentMessage): CarryingMessage | undefined =>
  sent.message.kind === "collection" ? undefined : sent.message;

/** The two chains between which a message moves tokens: their home, and the other end of the lane. */
export function pairOf(
  message: CarryingMessage,
  origin: ChainId,
  destination: ChainId,
): { home: ChainId; away: ChainId } {
  const home = message.homeChain;
  return { home, away: home === origin ? destination : origin };
}
