import type { TokenBehaviour } from "@ryugu/contracts/model";
import type { LogDescription } from "ethers";

/** How the moody tokens behave at the point that a replay has reached. */
export class Weather {
  readonly #failing = new Set<string>();
  readonly #blocked = new Set<string>();

  /** Takes in what a token announced of itself. */
  change(chain: string, token: string, { name, args }: LogDescription): void {
    if (name === "MoodChanged") put(this.#failing, key(chain, token), args.mood !== 0n);
    else put(this.#blocked, key(chain, token, args.account), args.on);
  }

  behaviour(chain: string, token: string): TokenBehaviour {
    return {
      fails: this.#failing.has(key(chain, token)),
      blocks: (account) => this.#blocked.has(key(chain, token, account)),
    };
  }
}

/** One issuer's tokens have the same addresses on every chain. */
const key = (...words: string[]) => words.join(" ").toLowerCase();

function put(set: Set<string>, value: string, isIn: boolean): void {
  if (isIn) set.add(value);
  else set.delete(value);
}
