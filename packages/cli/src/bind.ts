import type { Cli } from "./cli.ts";
import type { Outcome } from "./outcome.ts";

/** What a command does: its arguments and options as commander read them; answers what it found. */
export type Action<A extends unknown[]> = (cli: Cli, ...args: A) => Promise<Outcome>;

/** Turns an {@link Action} into what commander calls. Errors pass through. */
export type Bind = <A extends unknown[]>(action: Action<A>) => (...args: A) => Promise<void>;
