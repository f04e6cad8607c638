import type { TokenBehaviour } from "@ryugu/contracts/model";
import type { LogDescription } from "ethers";

/** How the moody tokens behave at the point that a replay has reached. */
export class Weather {
  readonly #failing = new Set<string>();
  readonly #blocked = new Set<string>();

  /** Takes in what a token announced of itself. */
  change(token: string, { name, args }: LogDescription): void {
    if (name === "MoodChanged") put(this.#failing, key(token), args.mood !== 0n);
    else put(this.#blocked, `${key(token)} ${key(args.account)}`, args.on);
  }

  behaviour(token: string): TokenBehaviour {
    return {
      fails: this.#failing.has(key(token)),
      blocks: (account) => this.#blocked.has(`${key(token)} ${key(account)}`),
    };
  }
}

const key = (address: string) => address.toLowerCase();

function put(set: Set<string>, value: string, isIn: boolean): void {
  if (isIn) set.add(value);
  else set.delete(value);
}
