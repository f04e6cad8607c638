import { vaultOf } from "../words.ts";
import { addressOf } from "./begin.ts";
import type { Cast } from "./cast.ts";

/** Tokens break and heal, issuers block and unblock, accounts stop taking tokens, a token begins to keep something. */
export function turnWeather(cast: Cast): void {
  const { random, weather, accounts, model } = cast;
  if (!random.chance(0.06)) return;
  const token = addressOf(0x401 + random.below(3));
  const account = random.pick(accounts);
  if (account === undefined) return;
  const away = random.pick([...model.zone.chains.keys()]);
  const turns: (() => void)[] = [
    () => toggle(weather.failing, token),
    () => toggle(weather.hostileReceivers, account),
    () => toggle(weather.blocked, `${token} ${account}`),
    () => away && toggle(weather.blocked, `${token} ${vaultOf(away)}`),
    () => toggle(weather.locked, `${random.pick([1, 2, 11, 21, 7, 8])}`),
    () => toggle(weather.greedy, addressOf(0x403)),
    () => clear(weather),
    () => clear(weather),
  ];
  random.pick(turns)?.();
}

function toggle<T extends string>(set: Set<T>, item: T): void {
  if (!set.delete(item)) set.add(item);
}

function clear(weather: Cast["weather"]): void {
  for (const set of Object.values(weather) as Set<string>[]) set.clear();
}
