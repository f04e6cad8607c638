import { setTimeout as delay } from "node:timers/promises";
import { moodyYenAbi } from "@ryugu/contracts/artifacts";
import { Contract } from "ethers";
import type { Crew } from "../people/crew.ts";
import type { StageCollection } from "../stage/stage.ts";
import type { Fault } from "./fault.ts";
import { targetOf } from "./target.ts";

const LASTS = 12_000;
/** Refusing, burning all gas, and a megabyte of reasons: `Moody.sol`. */
const MOODS = [1, 2, 3];
const GOOD = 0;

const isMoody = ({ moody }: StageCollection) => moody;

async function tell(
  crew: Crew,
  { home, token }: StageCollection,
  method: string,
  ...args: unknown[]
) {
  await crew.stage.accounts.issuer.on(home, async (signer) => {
    // The moods are the same in every moody token's ABI.
    const contract = new Contract(token, moodyYenAbi, signer);
    await (await contract.getFunction(method)(...args)).wait();
  });
}

/** A token fails every transfer, in one of three ways. */
export const tokenFails: Fault = {
  name: "a token failed",
  async happen(crew, random) {
    const target = targetOf(crew, random, isMoody);
    if (target === undefined) return false;
    await tell(crew, target.collection, "setMood", random.pick(MOODS));
    await delay(LASTS);
    await tell(crew, target.collection, "setMood", GOOD);
    return true;
  },
};

/** A token's issuer blocks somebody who is to have some of it. */
export const accountBlocked: Fault = {
  name: "a token blocked an account",
  async happen(crew, random) {
    const target = targetOf(crew, random, isMoody);
    if (target === undefined) return false;
    const { collection, recipient } = target;
    await tell(crew, collection, "setBlocked", recipient, true);
    await delay(LASTS);
    await tell(crew, collection, "setBlocked", recipient, false);
    return true;
  },
};
