import type { Chain } from "../state/chain.ts";
import type { Zone } from "../state/zone.ts";
import { carryingPart, isConsumed } from "./flight.ts";
import type { Distrusted } from "./places.ts";
import { type Violation, violation } from "./violation.ts";

/** Law 2: no message ends twice; a consumed one is parked or has ended, and an unconsumed one is neither. */
export function lawOfEndings(zone: Zone, distrusted: Distrusted): Violation[] {
  const found: Violation[] = [];
  for (const chain of zone.chains.values()) {
    for (const [id, endings] of chain.endings) {
      if (endings.length !== 1) found.push(violation(2, `${id} ended as ${endings.join(", ")}`));
      if (chain.parked.has(id)) found.push(violation(2, `${id} ended and is parked`));
    }
    for (const origin of zone.chains.values()) {
      // A rewritten origin has forgotten what it sent.
      const told = !distrusted.has(origin.id) && !distrusted.has(chain.id);
      if (told) found.push(...misplaced(origin, chain));
    }
  }
  return found;
}

function misplaced(origin: Chain, chain: Chain): Violation[] {
  const lane = chain.incoming.get(origin.id);
  const log = origin.outgoing.get(chain.id)?.log ?? [];
  if (lane === undefined) return [];
  const found: Violation[] = [];
  for (const sent of log) {
    if (carryingPart(sent) === undefined) continue;
    const { id } = sent;
    const places = (chain.parked.has(id) ? 1 : 0) + (chain.endings.has(id) ? 1 : 0);
    const wanted = isConsumed(lane, chain, sent) ? 1 : 0;
    if (places !== wanted) {
      found.push(
        violation(2, `${id}, ${wanted === 1 ? "consumed" : "in flight"}, is in ${places}`),
      );
    }
  }
  return found;
}
