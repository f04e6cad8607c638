import type { ReserveStatement } from "@ryugu/sdk/reserves";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { AWAY, accountOf, HOME, word } from "../../../test/model/messages.ts";
import type { Parcel } from "../../../test/model/parcel.ts";
import { PAIR, ReserveWorld } from "../../../test/model/reserve-world.ts";
import { isComparable } from "../../domain/cut.ts";
import { owedBy, owedUnits } from "../../domain/reserves.ts";
import type { Store } from "../../ports/store.ts";

const YEN: Parcel = { token: accountOf("yen"), standard: "erc20", id: 0n, amount: 10n ** 20n };
const unit = (id: bigint, amount: bigint): Parcel => ({
  token: accountOf("units"),
  standard: "erc1155",
  id,
  amount,
});
const piece = (id: bigint): Parcel => ({
  token: accountOf("pieces"),
  standard: "erc721",
  id,
  amount: 1n,
});

const STEPS = ["send", "back", "deliver", "claim", "retry", "end"] as const;
const step = fc.tuple(
  fc.oneof(
    { arbitrary: fc.constantFrom("send", "back", "deliver"), weight: 3 },
    { arbitrary: fc.constantFrom(...STEPS), weight: 2 },
  ),
  fc.nat(20),
  fc.boolean(),
);
const history = fc.array(step, { minLength: 20, maxLength: 60, size: "max" });
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Plays one step of a random history. A step that nothing can do does nothing. */
function play(world: ReserveWorld, [what, which, parks]: Step): void {
  const side = which % 2 === 0 ? "out" : "back";
  const place = what === "claim" ? "flight" : "parked";
  const eligible = world.sent[side].flatMap((sent, i) => (sent.place === place ? [i] : []));
  const pick = eligible[which % Math.max(1, eligible.length)] ?? 0;
  const fresh = piece(1_000n + BigInt(world.sent.out.length));
  const parcels = [YEN, unit(BigInt(which % 3), 5n), fresh];
  const held = world.sent.out
    .map(({ parcel }) => parcel)
    .filter((parcel) => world.issued(parcel) >= parcel.amount);
  const given = held[which % Math.max(1, held.length)];
  if (what === "send") world.send(parcels[which % 3] ?? YEN);
  else if (what === "back" && given !== undefined) world.sendBack(given);
  else if (what === "deliver") world.deliver(side, parks);
  else if (what === "claim" || what === "retry" || what === "end") world[what](side, pick);
}

/** What the auditor keeps and reads. Run over each implementation of the store. */
export function auditContract(name: string, open: () => Promise<Store>, runs = 30): void {
  describe(`auditing in the store: ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    /** A world with a history, all of it read into an empty store. */
    async function played(steps: readonly Step[]): Promise<ReserveWorld> {
      await store.close();
      store = await open();
      const world = new ReserveWorld();
      for (const each of steps) play(world, each);
      await world.begin(store);
      await world.record(store, HOME);
      await world.record(store, AWAY);
      return world;
    }

    /** Whether what messages say at two heights is what was counted there. */
    async function compare(
      world: ReserveWorld,
      home: number,
      counterpart: number,
    ): Promise<boolean> {
      const at = { home, counterpart };
      const out = await store.laneCut(PAIR.out, { origin: home, destination: counterpart });
      const back = await store.laneCut(PAIR.back, { origin: counterpart, destination: home });
      if (out === undefined || back === undefined) return false;
      if (!isComparable(out) || !isComparable(back)) return false;
      for (const { backing } of (await store.ledgers(PAIR, at)) ?? []) {
        const { homeToken: token, standard } = backing;
        for (const { id, ledger } of (await store.tokenLedgers(PAIR, backing, at)) ?? []) {
          const owed = owedBy(ledger);
          const what = `${standard} ${id} at ${home}/${counterpart}`;
          expect(owedUnits(owed), what).toBe(world.vault({ token, standard, id }, home));
          expect(owed.outstanding, what).toBe(world.issued({ token, standard, id }, counterpart));
        }
      }
      return true;
    }

    test("what messages say is owed is what was counted, at any two blocks that can be compared", {
      timeout: 60_000,
    }, async () => {
      let compared = 0;
      await fc.assert(
        fc.asyncProperty(
          history,
          fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { minLength: 9, maxLength: 9 }),
          async (steps, cuts) => {
            const world = await played(steps);
            const [home, away] = [world.height(HOME), world.height(AWAY)];
            expect(await compare(world, home, away)).toBe(true);
            for (const [h, c] of cuts) {
              if (await compare(world, h % (home + 1), c % (away + 1))) compared += 1;
            }
          },
        ),
        { numRuns: runs, seed: 20_261_122 },
      );
      expect(compared).toBeGreaterThan(0);
    });

    test("while a chain is read again, what is not read yet counts nowhere", async () => {
      let compared = 0;
      await fc.assert(
        fc.asyncProperty(
          history,
          fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { minLength: 4, maxLength: 4 }),
          async (steps, rewinds) => {
            const world = await played(steps);
            const [home, away] = [world.height(HOME), world.height(AWAY)];
            for (const [h, c] of rewinds) {
              const at = { home: h % (home + 1), counterpart: c % (away + 1) };
              await world.rewind(store, HOME, at.home);
              await world.rewind(store, AWAY, at.counterpart);
              if (await compare(world, at.home, at.counterpart)) compared += 1;
              await world.record(store, HOME);
              if (await compare(world, home, at.counterpart)) compared += 1;
              await world.record(store, AWAY);
              expect(await compare(world, home, away)).toBe(true);
            }
          },
        ),
        { numRuns: runs, seed: 20_261_123 },
      );
      expect(compared).toBeGreaterThan(0);
    });

    test("heights above what was read, or is being read again, have no figures", async () => {
      const world = new ReserveWorld();
      await world.begin(store);
      world.send(piece(1n));
      world.deliver("out", false);
      await world.record(store, HOME);
      await world.record(store, AWAY);
      const backing = { ...PAIR, homeToken: piece(1n).token, standard: "erc721" } as const;
      const at = { home: 1, counterpart: 1 };
      const figures = async () => [
        await store.laneCut(PAIR.out, { origin: 1, destination: 1 }),
        await store.ledgers(PAIR, at),
        await store.tokenLedgers(PAIR, backing, at),
        await store.inTransitTo(PAIR, accountOf("person"), at),
      ];
      expect((await figures()).every((one) => one !== undefined)).toBe(true);
      for (const chain of [HOME, AWAY]) {
        await world.rewind(store, chain, 0);
        expect(await figures()).toEqual([undefined, undefined, undefined, undefined]);
        await world.record(store, chain);
        expect((await figures()).every((one) => one !== undefined)).toBe(true);
      }
    });

    test("a chain that is ahead of the other is not compared, and facts above a height do not count", async () => {
      const world = new ReserveWorld();
      await world.begin(store);
      world.send(YEN);
      world.deliver("out", false);
      await world.record(store, AWAY);
      expect(await store.laneCut(PAIR.out, { origin: 0, destination: 1 })).toMatchObject({
        sent: 0,
        consumed: 1,
      });
      expect(await compare(world, 0, 1)).toBe(false);
      await world.record(store, HOME);
      expect(await compare(world, 1, 1)).toBe(true);
      const [ledger] = (await store.ledgers(PAIR, { home: 1, counterpart: 0 })) ?? [];
      expect(ledger?.ledger.out).toMatchObject({ flight: YEN.amount, given: 0n });
    });

    test("a claim of what is not known yet is noticed", async () => {
      const world = new ReserveWorld();
      await world.begin(store);
      world.send(YEN);
      world.send(piece(1n));
      world.claim("out", 1);
      await world.record(store, AWAY);
      const cut = await store.laneCut(PAIR.out, { origin: 0, destination: 1 });
      expect(cut).toMatchObject({ consumed: 0, unknownClaims: 1 });
      expect(cut && isComparable(cut)).toBe(false);
    });

    test("what is on its way to a holder, and what they had to do with", async () => {
      const world = new ReserveWorld();
      const person = accountOf("person");
      await world.begin(store);
      for (const parcel of [YEN, unit(1n, 5n), unit(2n, 5n), piece(7n)]) world.send(parcel);
      world.deliver("out", false);
      world.deliver("out", true);
      world.end("out", 1);
      world.deliver("out", true);
      await world.record(store, HOME);
      await world.record(store, AWAY);
      const at = { home: world.height(HOME), counterpart: world.height(AWAY) };
      const transit = (await store.inTransitTo(PAIR, person, at)) ?? [];
      const of = (token: string) =>
        transit.find(({ backing }) => backing.homeToken === accountOf(token));
      expect(of("yen")).toBeUndefined();
      expect(of("units")).toMatchObject({ parkedOut: 5n, inFlightBack: 5n, inFlightOut: 0n });
      expect(of("pieces")).toMatchObject({ inFlightOut: 1n });
      expect(await store.inTransitTo(PAIR, accountOf("stranger"), at)).toEqual([]);
      const known = await store.collectionsOf(person, 2);
      expect(known.map(({ standard, ids }) => ({ standard, ids }))).toEqual([
        { standard: "erc721", ids: [] },
        { standard: "erc1155", ids: [1n, 2n] },
      ]);
      expect(await store.collectionsOf(accountOf("stranger"), 9)).toEqual([]);
    });

    test("the last audit, shortfalls and statements are kept; a day's first statement stays", async () => {
      expect(await store.audit()).toBeUndefined();
      expect(await store.shortfalls()).toEqual([]);
      const audit = { time: 1, chains: [], reserves: [], unread: [], lanes: [] };
      const shortfall = {
        homeChain: HOME,
        counterpartChain: AWAY,
        homeToken: YEN.token,
        standard: "erc20",
        since: 5,
        state: "short",
        units: "7",
        quarantines: [{ chain: HOME, act: "a" }],
      } as const;
      await store.saveAudit({ ...audit, time: 2 }, [shortfall]);
      await store.saveAudit({ ...audit, time: 3 }, [shortfall]);
      expect(await store.audit()).toMatchObject({ time: 3 });
      expect(await store.shortfalls()).toEqual([shortfall]);
      await store.saveShortfalls([]);
      expect(await store.shortfalls()).toEqual([]);
      const statement: ReserveStatement = {
        schema: "ryugu-reserve-statement/1",
        zoneId: word("zone"),
        validator: accountOf("v"),
        day: "2026-11-22",
        issuedAt: "2026-11-22T00:00:00Z",
        chains: [],
        reserves: [],
        unread: [],
        lanes: [],
        signature: `0x${"11".repeat(64)}`,
      };
      await store.addStatement(statement);
      await store.addStatement({ ...statement, issuedAt: "2026-11-22T09:00:00Z" });
      await store.addStatement({ ...statement, day: "2026-11-23" });
      expect(await store.statement("2026-11-22")).toEqual(statement);
      expect(await store.statement("2026-11-21")).toBeUndefined();
      expect(await store.statementDays("2026-11-24", 9)).toEqual(["2026-11-23", "2026-11-22"]);
      expect(await store.statementDays("2026-11-23", 9)).toEqual(["2026-11-22"]);
    });

    test("an act is wanted once and ends once", async () => {
      const act = { id: "a", chain: HOME, to: "0x01", data: "0x02", expires: 9 } as const;
      await store.wantAct(act);
      await store.wantAct({ ...act, data: "0x03" });
      await store.wantAct({ ...act, id: "b", chain: AWAY });
      expect(await store.wantedActs(HOME)).toEqual([act]);
      expect(await store.actEnd("a")).toBeUndefined();
      const landed = { state: "landed", transaction: word("tx") } as const;
      await store.endAct("a", landed);
      await store.endAct("a", { state: "refused", reason: "late" });
      expect(await store.actEnd("a")).toEqual(landed);
      await store.wantAct(act);
      expect(await store.wantedActs(HOME)).toEqual([]);
    });
  });
}
