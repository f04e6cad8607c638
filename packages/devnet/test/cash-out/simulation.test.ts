import {
  type BankAccount,
  cashOutId,
  isEnded,
  type SignedCashOut,
  signCashOut,
} from "@ryugu/sdk/payout";
import { address, bytes32 } from "@ryugu/sdk/primitives";
import { expect, test } from "vitest";
import { ACCOUNTS } from "./bank-settings.ts";
import { CashOutWorld } from "./cash-out-world.ts";
import { type Hazards, hazardous, Killed, seeded } from "./hazards.ts";
import { expectLaws } from "./laws.ts";

const YEN = 10n ** 18n;
const MINTED = 300_000n * YEN;
const SEEDS = 200;
const MOST_STEPS = 3_000;
const LIFE = 3_600;

async function sign(world: CashOutWorld, n: number, yen: bigint, account: BankAccount) {
  const { currency, redemption, payee, time } = world;
  return signCashOut(payee, {
    ...{ currency, redemption, payee: address(payee.address), account, units: yen * YEN },
    idempotencyKey: bytes32(`0x${n.toString(16).padStart(64, "0")}`),
    validBefore: time + LIFE,
  });
}

const idOf = (signed: SignedCashOut) => cashOutId({ ...signed, units: BigInt(signed.units) });

/** Does something as the process does it: a kill ends it, and the process starts again. */
async function survive<T>(world: CashOutWorld, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
    world.restart();
    return undefined;
  }
}

/** Steps on until nothing is open, and was not for as long as it takes a payment to be final. */
async function finish(world: CashOutWorld): Promise<void> {
  let quiet = 0;
  for (let steps = 1; steps <= MOST_STEPS; steps++) {
    await survive(world, () => world.issuer.step());
    world.pass(7);
    quiet = world.issuer.store.open().length === 0 ? quiet + 1 : 0;
    if (quiet === 6) return;
  }
  throw new Error("Something never ended.");
}

/** Kills at the n-th place where the process can be killed, once. */
function killAt(n: number): Hazards & { places: number } {
  return {
    places: 0,
    kill() {
      this.places += 1;
      if (this.places === n) throw new Killed();
    },
    isLost: () => false,
    isEchoed: () => false,
  };
}

test.each([
  ["settled", ACCOUNTS.open],
  ["returned", ACCOUNTS.closed],
] as const)(
  "killed at every step of one that ends %s, it ends so, once",
  async (state, account) => {
    const play = async (place: number) => {
      const hazards = killAt(place);
      const world = new CashOutWorld(hazardous(hazards));
      world.chain.mint(address(world.payee.address), MINTED);
      const signed = await sign(world, 1, 10_000n, account);
      const ask = () => world.issuer.forPlatform("minato").request(signed);
      // No answer came: the payee asks again.
      (await survive(world, ask)) ?? (await ask());
      await finish(world);
      expect(world.issuer.store.find(idOf(signed))?.cashOut.state).toBe(state);
      await expectLaws(world, MINTED);
      world.close();
      return hazards.places;
    };
    const places = await play(0);
    expect(places).toBeGreaterThan(20);
    for (let place = 1; place <= places; place++) await play(place);
  },
  120_000,
);

/** Somebody who asks, asks again, cancels, pays in other ways, and changes their mind. */
function payeeOf(world: CashOutWorld, random: () => number) {
  const asked: SignedCashOut[] = [];
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T;
  const me = address(world.payee.address);
  const pay = (signed: SignedCashOut, units: bigint) =>
    world.chain.submit({
      ...{ from: me, to: world.redemption, units, nonce: idOf(signed) },
      validBefore: signed.validBefore,
    });
  const ask = async (signed: SignedCashOut) => {
    const desk = world.issuer.forPlatform("minato");
    await survive(world, () => desk.request(signed));
  };
  const cancel = async (signed: SignedCashOut) => {
    const stop = () => world.issuer.forPlatform("minato").cancel(idOf(signed)).catch(expectKnown);
    await survive(world, stop);
  };
  const habits = [
    async () => {
      const yen = BigInt(1_000 + Math.floor(random() * 60_000));
      const signed = await sign(world, asked.length + 1, yen, pick(Object.values(ACCOUNTS)));
      asked.push(signed);
      const isEager = random() < 0.2;
      if (isEager) pay(signed, BigInt(signed.units));
      // Long enough for the payment to be final before anybody was told what it is for.
      for (let n = 0; isEager && n < 4; n++) {
        world.pass(1);
        await survive(world, () => world.issuer.step());
      }
      await ask(signed);
      if (random() < 0.2) await cancel(signed);
      if (random() < 0.3) pay(signed, BigInt(signed.units));
    },
    () => ask(pick(asked)),
    () => ask(pick(asked)),
    () => cancel(pick(asked)),
    async () => pay(pick(asked), BigInt(pick(asked).units)),
    async () => world.chain.voidAuthorization(me, idOf(pick(asked))),
  ];
  const weights = [0.3, 0.5, 0.7, 0.88, 0.95, 1];
  return {
    async act() {
      const roll = random();
      const habit = asked.length === 0 ? 0 : weights.findIndex((weight) => roll < weight);
      await habits[habit]?.();
    },
    /** Asks once more for everything that may never have come through. */
    async insist() {
      for (const signed of asked) await ask(signed).catch(expectKnown);
    },
  };
}

function expectKnown(error: unknown): void {
  if (error instanceof Killed) throw error;
  expect((error as { code: string }).code).toMatch(
    /^(cash-out-(too-late|not-found)|invalid-cash-out)$/,
  );
}

test("no order of requests, retries, kills, lost answers and echoes pays twice or loses a unit", async () => {
  const ends = new Map<string, number>();
  let kills = 0;
  for (let seed = 1; seed <= SEEDS; seed++) {
    const random = seeded(seed);
    let isCalm = false;
    const happens = (chance: number) => !isCalm && random() < chance;
    const world = new CashOutWorld(
      hazardous({
        kill() {
          if (!happens(0.02)) return;
          kills += 1;
          throw new Killed();
        },
        isLost: () => happens(0.15),
        isEchoed: () => happens(0.3),
      }),
    );
    world.chain.mint(address(world.payee.address), MINTED);
    const payee = payeeOf(world, random);
    for (let round = 0; round < 40; round++) {
      if (random() < 0.4) await payee.act();
      await survive(world, () => world.issuer.step());
      world.pass(Math.floor(random() * 20), () => happens(0.1));
    }
    await payee.insist();
    isCalm = true;
    await finish(world);
    await expectLaws(world, MINTED).catch((error: Error) => {
      throw new Error(`Seed ${seed}: ${error.message}`, { cause: error });
    });
    for (const { cashOut } of world.issuer.store.events("minato", 0)) {
      if (!isEnded(cashOut)) continue;
      const end = `${cashOut.state} ${cashOut.reason ?? ""}`.trim();
      ends.set(end, (ends.get(end) ?? 0) + 1);
    }
    world.close();
  }
  // The seeds reach what the simulation is for.
  expect(kills).toBeGreaterThan(SEEDS);
  for (const end of [
    ...["settled", "returned account-closed", "returned cancelled", "returned amount-differs"],
    ...["returned paid-too-late", "cancelled cancelled", "cancelled payment-voided"],
    ...["returned no-such-account", "returned holder-mismatch", "cancelled expired"],
  ]) {
    expect([...ends.keys()], JSON.stringify([...ends])).toContain(end);
  }
}, 180_000);
