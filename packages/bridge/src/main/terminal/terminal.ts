import type { ReadStream } from "node:tty";
import { askSecret } from "./ask-secret.ts";
import { readBoundedText } from "./bounded-input.ts";

/** What a command knows of the terminal that it was called from. */
export interface Terminal {
  /** Whether results are coloured: only on a terminal, never against NO_COLOR. */
  colour: boolean;
  /** Asks for a secret without showing it; absent where nobody can answer. */
  askSecret?(question: string): Promise<string>;
  /** All of standard input, for secrets that another program hands over. */
  readInput(): Promise<string>;
}

/** The terminal of a real process. */
export function processTerminal({ env, stdin, stdout, stderr }: NodeJS.Process): Terminal {
  const someone = stdin.isTTY && stderr.isTTY;
  return {
    colour: stdout.isTTY && !env.NO_COLOR && env.TERM !== "dumb",
    ...(someone && {
      askSecret: (question: string) =>
        askSecret(stdin as ReadStream, (text) => stderr.write(text), question),
    }),
    readInput: () => readBoundedText(stdin),
  };
}
