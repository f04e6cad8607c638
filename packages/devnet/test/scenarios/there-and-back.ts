import { expect, test } from "vitest";
import { deliveredRanges, isGapless } from "../support/deliveries.ts";
import { Traveller, type ZoneAccess } from "../support/traveller.ts";

/** Fifty tokens in messages of many and of one. */
const SIZES = [16, 16, 10, 1, 1, 1, 1, 1, 1, 1, 1];

function batches(): bigint[][] {
  let next = 1n;
  return SIZES.map((size) => Array.from({ length: size }, () => next++));
}

/** Done-when 2: fifty tokens there and back, with the owner asked on both chains before, during and after. */
export function thereAndBack(access: () => ZoneAccess): void {
  test("fifty tokens cross there and back and are in one place all the while", async () => {
    const all = batches().flat();
    expect(all).toHaveLength(50);
    const traveller = await Traveller.with(access(), all.length);
    const owner = access().person.address;
    expect(await traveller.kindsOf(all)).toEqual(["home"]);

    for (const direction of ["away", "home"] as const) {
      const sent = [];
      for (const ids of batches()) {
        sent.push(await traveller.send(direction, ids));
        // Four blocks pass on Minato before anything may be delivered; what Garan says is final at once.
        const gone = direction === "away" ? ["between"] : ["between", "home"];
        expect(gone).toEqual(expect.arrayContaining(await traveller.kindsOf(ids)));
      }
      for (const { messageId } of sent) {
        const { state, signers } = await traveller.arrival(messageId);
        expect(state).toBe("delivered");
        expect(signers.length).toBeGreaterThanOrEqual(3);
      }
      const places = await Promise.all(all.map((id) => traveller.whereIs(id)));
      expect(places).toEqual(all.map(() => ({ kind: direction, owner })));
      expect(isGapless(await deliveredRanges(traveller, direction))).toBe(true);
    }
  }, 150_000);
}
