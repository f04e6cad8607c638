import type { ApiLimits } from "../context.ts";
import { TooManyRequestsError } from "../errors.ts";
import { addressGroup } from "./address.ts";

/** Counts open streams, of all and of each address. */
export interface StreamPlaces {
  /** @throws TooManyRequestsError */
  assertRoom(address: string): void;
  /** @returns how to give the place back */
  take(address: string): () => void;
}

/** Makes the count. */
export function streamPlaces(
  limits: Pick<ApiLimits, "streams" | "streamsPerAddress">,
): StreamPlaces {
  const taken = new Map<string, number>();
  let total = 0;

  const add = (group: string, change: 1 | -1) => {
    const count = (taken.get(group) ?? 0) + change;
    total += change;
    if (count > 0) taken.set(group, count);
    else taken.delete(group);
  };

  return {
    assertRoom(address) {
      const own = taken.get(addressGroup(address)) ?? 0;
      if (total < limits.streams && own < limits.streamsPerAddress) return;
      const { streams, streamsPerAddress } = limits;
      throw new TooManyRequestsError("Too many streams are open.", {
        details: [`The limit is ${streams}, and ${streamsPerAddress} of one address.`],
      });
    },
    take(address) {
      const group = addressGroup(address);
      let held = true;
      add(group, 1);
      return () => {
        if (held) add(group, -1);
        held = false;
      };
    },
  };
}
