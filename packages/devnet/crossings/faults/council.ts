import { setTimeout as delay } from "node:timers/promises";
import type { Random } from "@ryugu/contracts/model";
import { signPause } from "@ryugu/sdk/lane";
import { type Address, type ChainId, ZERO_ADDRESS } from "@ryugu/sdk/primitives";
import { PARTNERS } from "../../src/zone/plan.ts";
import type { Crew } from "../people/crew.ts";
import { decide, NO_LIMIT } from "../stage/council.ts";
import { type StageChain, tokenOn } from "../stage/stage.ts";
import type { Fault } from "./fault.ts";
import { targetOf } from "./target.ts";

/** Seconds. */
const PAUSED = 10;
const MILLISECONDS = 1_000;
/** So few units in a minute that most messages park. */
const CAP = 3n;
const LIMITED = 20_000;

/** One validator alone pauses something on one gateway; it ends by itself. */
async function pause(
  { stage }: Crew,
  random: Random,
  on: StageChain,
  counterpart: StageChain | undefined,
  token: Address,
): Promise<void> {
  const { running, zone, accounts } = stage;
  const { retired } = stage.memory;
  const slug = random.pick(PARTNERS.filter((partner) => partner.slug !== retired))?.slug ?? "";
  const wallet = await running.keys.partners[slug]?.validator.open();
  if (wallet === undefined) throw new RangeError(`No validator ${slug}.`);
  const validator = wallet.address as Address;
  const [, nonce] = await on.gateway.getFunction("pauseBudgetOf")(validator);
  const signature = await signPause(
    wallet,
    zone.id,
    { chain: on.id, gateway: on.gatewayAddress },
    {
      ...{ validator, token, duration: PAUSED, nonce: Number(nonce) },
      counterpartChain: (counterpart?.id ?? null) as ChainId | null,
    },
  );
  await accounts.issuer.on(on, async (signer) => {
    const gateway = on.gateway.connect(signer) as typeof on.gateway;
    const call = gateway.getFunction("pause");
    await (await call(validator, counterpart?.number ?? 0n, token, PAUSED, signature)).wait();
  });
  await delay(PAUSED * MILLISECONDS);
}

/** A validator pauses the lanes to and from one chain, or to all. */
export const lanesPaused: Fault = {
  name: "a validator paused lanes",
  async happen(crew, random) {
    const on = random.pick(crew.stage.chains);
    if (on === undefined) return false;
    const others = crew.stage.chains.filter((chain) => chain !== on);
    await pause(crew, random, on, random.pick([...others, undefined]), ZERO_ADDRESS);
    return true;
  },
};

/** A validator quarantines one collection on one chain: what arrives of it parks. */
export const collectionQuarantined: Fault = {
  name: "a validator quarantined a collection",
  async happen(crew, random) {
    const target = targetOf(crew, random);
    if (target === undefined) return false;
    const { on, collection } = target;
    await pause(crew, random, on, undefined, tokenOn(collection, on));
    return true;
  },
};

/** The council limits what arrives of a collection on a chain; what is beyond parks. */
export const arrivalsLimited: Fault = {
  name: "the council limited a collection",
  // A limit that was used once has used units: only the first of each collection begins at nothing in every reading.
  most: 3,
  async happen(crew, random) {
    const { stage } = crew;
    const { limited } = stage.memory;
    const target = targetOf(crew, random, (collection) => !limited.has(collection));
    if (target === undefined) return false;
    const { on, collection } = target;
    limited.add(collection);
    const limit = (cap: bigint) =>
      decide(stage, on, "SetLimit", { token: tokenOn(collection, on), cap, windowMinutes: 1 });
    await limit(CAP);
    await delay(LIMITED);
    await limit(NO_LIMIT);
    return true;
  },
};
