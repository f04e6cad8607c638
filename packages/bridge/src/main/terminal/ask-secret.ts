import type { ReadStream } from "node:tty";
import { PassphraseMissingError } from "../../signer/errors.ts";

const ENTER = new Set(["\r", "\n", "\u0004"]);
const BACKSPACE = new Set(["\u0008", "\u007f"]);
const CTRL_C = "\u0003";

/**
 * Asks a question on a terminal and reads the answer without showing it.
 *
 * @throws PassphraseMissingError when the person stops (Ctrl-C)
 */
export function askSecret(
  input: Pick<ReadStream, "setRawMode" | "setEncoding" | "on" | "off" | "pause" | "resume">,
  write: (text: string) => void,
  question: string,
): Promise<string> {
  write(question);
  input.setRawMode(true);
  input.setEncoding("utf8");
  return new Promise((resolve, reject) => {
    const typed: string[] = [];
    const end = () => {
      input.off("data", read);
      input.setRawMode(false);
      input.pause();
      write("\n");
    };
    const read = (chunk: string) => {
      for (const key of chunk) {
        if (key === CTRL_C) {
          end();
          return reject(new PassphraseMissingError("Stopped before a passphrase was given."));
        }
        if (ENTER.has(key)) {
          end();
          return resolve(typed.join(""));
        }
        if (BACKSPACE.has(key)) typed.pop();
        else typed.push(key);
      }
    };
    input.on("data", read);
    input.resume();
  });
}
