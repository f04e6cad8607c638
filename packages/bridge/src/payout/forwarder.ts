import { custodyAbi, royaltyRouterAbi } from "@ryugu/contracts";
import { RyuguError } from "@ryugu/sdk/errors";
import { type Address, bytes32, chainNumber, type Hex } from "@ryugu/sdk/primitives";
import { Interface, id } from "ethers";
import { feeInUnits, judgeForward } from "../domain/forwarding.ts";
import { type RoyaltyRouter, type WaitingAmount, waitingSince } from "../domain/royalty.ts";
import { isMyTurn, rankOf } from "../domain/turn.ts";
import type { PayoutContext, PayoutCurrency } from "./context.ts";
import { learnRouters } from "./learn.ts";
import { want } from "./want.ts";

const routerAbi = new Interface(royaltyRouterAbi);
const custody = new Interface(custodyAbi);

/** Routers looked at in one tick, of those how many at once, and ticks before a rest: anybody can have routers found. */
const PER_TICK = 64;
const AT_ONCE = 8;
const TICKS = 16;

/** Sends royalties home from one chain. Each tick is complete in itself. */
export interface Forwarder {
  /** @returns whether there is more to look at at once */
  tick(): Promise<boolean>;
}

/** Makes the forwarder of one chain: routers -> what waits in them -> acts that send it home. */
export function createForwarder(context: PayoutContext): Forwarder {
  const { reader, store, clock, report } = context;
  const { chain } = reader;
  /** Since when something has been due. All of it may be lost: the line is then waited for anew. */
  const dueSince = new Map<string, number>();
  /** Where the list of routers is gone on with. */
  let position = 0;
  let ticks = 0;

  const look = async (router: RoyaltyRouter, block: number): Promise<void> => {
    const before = await store.waitingRoyalties(chain, router.router);
    const waiting: WaitingAmount[] = [];
    for (const currency of context.currencies) {
      const found = await lookAt(router, currency, block, before);
      if (found !== undefined) waiting.push(found);
    }
    if (waiting.length > 0 || before.length > 0)
      await store.saveWaitingRoyalties(chain, router.router, waiting);
  };

  const lookAt = async (
    router: RoyaltyRouter,
    currency: PayoutCurrency,
    block: number,
    before: readonly WaitingAmount[],
  ): Promise<WaitingAmount | undefined> => {
    const here = await reader.currencyHere(currency);
    const amount = await reader.held(here, router.router, block);
    const key = `${router.router}/${here}`;
    // An endpoint that does not tell changes nothing.
    if (amount === undefined) return before.find((known) => isOf(known, currency));
    if (amount === 0n) {
      dueSince.delete(key);
      return undefined;
    }
    const now = clock.now();
    const since = waitingSince(before, currency, amount, now);
    const fee = await reader.laneFee(router.homeChain);
    const feeOfLane = feeInUnits(fee, currency.coinPrice(chain));
    const { chain: homeChain, token, minimum, maximumAge } = currency;
    const policy = { minimum, maximumAge };
    const verdict = judgeForward({ value: amount, oldest: since, now, feeOfLane, policy });
    if (verdict === "due") await send(router, currency, { here, amount, fee, block });
    else dueSince.delete(key);
    return { currency: { chain: homeChain, token }, amount, since, block, verdict };
  };

  /** Nodes take turns, in an order of their own for each router, currency and round. */
  const isMine = (key: string, round: number): boolean => {
    const now = clock.now();
    const since = dueSince.get(key) ?? now;
    dueSince.set(key, since);
    const turn = { laneId: bytes32(id(`${chain}/${key}`)), delivered: round };
    const { validators } = context.council.on(chain);
    const rank = rankOf(turn, validators, context.self, context.exchange.isAnswering);
    return isMyTurn(rank, now - since, context.turn);
  };

  const send = async (
    { router, homeChain, homeToken, receiver }: RoyaltyRouter,
    currency: PayoutCurrency,
    { here, amount, fee, block }: { here: Address; amount: bigint; fee: bigint; block: number },
  ): Promise<void> => {
    const round = await store.forwardedRounds(chain, router, currency);
    if (!isMine(`${router}/${here}`, round)) return;
    // Somebody has sent it already, and their block is not final yet.
    if (((await reader.held(here, router, "latest")) ?? 0n) < amount) return;
    // A call of an account without code does nothing, and what is sent along is lost: the router must be there for good.
    if (!(await reader.isContract(router, block))) {
      const route = [chainNumber(homeChain), homeToken, receiver];
      const data = custody.encodeFunctionData("createRoyaltyRouter", route) as Hex;
      const to = await reader.custody();
      await want(context, { chain, work: `router/${chain}/${router}`, piece: "create", to, data });
      return;
    }
    const data = routerAbi.encodeFunctionData("forward", [here]) as Hex;
    const work = `forward/${chain}/${router}/${here}`;
    const wish = { chain, work, piece: `${round}`, to: router, data, value: fee };
    if ((await want(context, wish)) === "asked")
      report({ type: "royalties-forwarded", chain, router, currency: here, amount });
  };

  const tryLook = async (router: RoyaltyRouter, block: number): Promise<void> => {
    try {
      await look(router, block);
    } catch (error) {
      if (!(error instanceof RyuguError)) throw error;
      report({ type: "royalties-unread", chain, router: router.router, error });
      throw error;
    }
  };

  return {
    async tick() {
      if (await learnRouters(context)) return true;
      const block = (await store.cursor(chain))?.final.number ?? -1;
      if (block < 0) return false;
      const page = await store.royaltyRouters(chain, position, PER_TICK);
      const failures: unknown[] = [];
      for (let at = 0; at < page.length; at += AT_ONCE) {
        const looks = page.slice(at, at + AT_ONCE).map((router) => tryLook(router, block));
        for (const look of await Promise.allSettled(looks))
          if (look.status === "rejected") failures.push(look.reason);
      }
      const isFull = page.length === PER_TICK;
      position = isFull ? (page.at(-1)?.position ?? 0) : 0;
      ticks = (ticks + 1) % TICKS;
      const isMore = isFull && ticks > 0;
      // One router that cannot be asked holds up no other; a chain that answers nothing is the task's failure.
      if (page.length > 0 && failures.length === page.length) throw failures[0];
      return isMore;
    },
  };
}

const isOf = ({ currency }: WaitingAmount, { chain, token }: PayoutCurrency): boolean =>
  currency.chain === chain && currency.token === token;
