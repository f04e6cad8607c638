import type { Cli } from "./cli.ts";
import type { Outcome } from "./outcome.ts";

/** What a command does: its arguments and options as commander read them; answers what it found. */
export type Action<A extends unknown[]> = (cli: Cli, ...args: A) => Promise<Outcome>;

/** Turns an {@link Action} into what commander calls. Errors pass through. */
export type Bind = <A extends unknown[]>(action: Action<A>) => (...args: A) => Promise<void>;

/** An action whose code is loaded when it is called: what founds zones brings all their contracts along. */
export function whenCalled<A extends unknown[]>(load: () => Promise<Action<A>>): Action<A> {
  return async (cli, ...args) => (await load())(cli, ...args);
}
