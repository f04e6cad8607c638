import { setTimeout as delay } from "node:timers/promises";
import { moodyYenAbi } from "@ryugu/contracts/artifacts";
import type { Random } from "@ryugu/contracts/model";
import { Contract } from "ethers";
import type { Crew } from "../people/crew.ts";
import type { StageCollection } from "../stage/stage.ts";
import type { Fault } from "./fault.ts";

const LASTS = 12_000;
/** Refusing, burning all gas, and a megabyte of reasons: `Moody.sol`. */
const MOODS = [1, 2, 3];
const GOOD = 0;

const moodyOf = ({ stage }: Crew, random: Random) =>
  random.pick(stage.collections.filter(({ moody }) => moody));

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
    const collection = moodyOf(crew, random);
    if (collection === undefined) return;
    await tell(crew, collection, "setMood", random.pick(MOODS));
    await delay(LASTS);
    await tell(crew, collection, "setMood", GOOD);
  },
};

/** A token's issuer blocks somebody. */
export const accountBlocked: Fault = {
  name: "a token blocked an account",
  async happen(crew, random) {
    const collection = moodyOf(crew, random);
    const account = random.pick(crew.stage.accounts.people)?.address;
    if (collection === undefined) return;
    await tell(crew, collection, "setBlocked", account, true);
    await delay(LASTS);
    await tell(crew, collection, "setBlocked", account, false);
  },
};
