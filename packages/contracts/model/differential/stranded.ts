import type { Action } from "../actions.ts";
import { actOf, addressOf, beginSchedule } from "../actors/begin.ts";
import { deliveryOf, sentTo } from "../honest.ts";
import { chainOf } from "../model.ts";
import { step } from "../step.ts";
import { DAY, ZERO_ADDRESS } from "../words.ts";
import { type Book, CHAINS, TOKENS } from "./book.ts";
import { beginningOf, type Happening, type Playing } from "./schedule.ts";

const [ADA, BEN, EVE] = [addressOf(0x301), addressOf(0x302), addressOf(0x303)] as const;

/**
 * A Forward that can go neither on nor back, which chance hardly ever makes: its way on is retired while it is under way,
 * and the chain that it came from dies.
 */
export function strandedForward(book: Book, playing: Playing): Happening[] {
  const cast = beginSchedule(playing.seed, beginningOf(book, playing));
  const { model } = cast;
  const happenings: Happening[] = [];
  const play = (action: Action) => {
    happenings.push({ kind: "action", action, now: cast.now });
    step(model, action, cast.now);
  };
  const [home = "eip155:1", away = "eip155:2", third = "eip155:3"] = CHAINS;
  const collection = { homeChain: home, homeToken: TOKENS.erc721 };
  const send = (on: typeof home, sender: typeof ADA, destination: typeof home) => {
    const accounts = { sender, recipient: sender === ADA ? BEN : EVE, refundAccount: ZERO_ADDRESS };
    const assets = [{ id: 1n, amount: 1n }];
    const request = { ...accounts, destination, collection, assets, deadline: 0 };
    play({ on, type: "send", requests: [{ ...request, reference: "0x" }], paid: 0n });
  };
  const deliver = (origin: typeof home, on: typeof home) => {
    const last = sentTo(model, origin, on).length;
    play(deliveryOf(model, [origin, on], [1, last, last], cast.now));
  };
  send(home, ADA, away);
  deliver(home, away);
  send(away, BEN, third);
  play(actOf(model, home, { kind: "retire-lane", counterpart: third }, cast.now));
  deliver(away, home);
  const dead = { kind: "propose-wind-down", counterpart: away, sequence: 1, leaves: [] } as const;
  play(actOf(model, home, dead, cast.now));
  const [id = ""] = chainOf(model, home).parked.keys();
  const redirect = { on: home, type: "redirect", id, recipient: ADA } as const;
  play({ ...redirect, by: BEN });
  cast.now += DAY;
  play({ on: home, type: "retry", id });
  play({ ...redirect, by: EVE });
  play({ ...redirect, by: BEN });
  return happenings;
}
