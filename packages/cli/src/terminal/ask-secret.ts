import type { ReadStream } from "node:tty";
import { InterruptedError } from "../errors.ts";

const ENTER = ["\r", "\n"];
const BACKSPACE = ["\u0008", "\u007f"];
const CTRL_C = "\u0003";
const CTRL_D = "\u0004";

/** Asks a question on a terminal and reads the answer without showing it. */
export function askSecret(
  input: ReadStream,
  write: (text: string) => void,
  question: string,
): Promise<string> {
  write(question);
  input.setRawMode(true).setEncoding("utf8").resume();
  return new Promise<string>((resolve, reject) => {
    let answer: readonly string[] = [];
    const end = (settle: () => void) => {
      input.off("data", read);
      input.setRawMode(false).pause();
      write("\n");
      settle();
    };
    const read = (chunk: string) => {
      for (const character of chunk) {
        if (character === CTRL_C) {
          return end(() =>
            reject(new InterruptedError("Stopped before the passphrase was given.")),
          );
        }
        if (ENTER.includes(character) || character === CTRL_D) {
          return end(() => resolve(answer.join("")));
        }
        answer = BACKSPACE.includes(character) ? answer.slice(0, -1) : [...answer, character];
      }
    };
    input.on("data", read);
  });
}
