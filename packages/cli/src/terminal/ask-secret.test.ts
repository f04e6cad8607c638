import { PassThrough } from "node:stream";
import type { ReadStream } from "node:tty";
import { expect, test } from "vitest";
import { InterruptedError } from "../errors.ts";
import { askSecret } from "./ask-secret.ts";

/** A terminal on which somebody types. */
function terminal() {
  const modes: boolean[] = [];
  const input = Object.assign(new PassThrough(), {
    setRawMode(raw: boolean) {
      modes.push(raw);
      return input;
    },
  });
  let shown = "";
  const answer = askSecret(
    input as unknown as ReadStream,
    (text) => {
      shown += text;
    },
    "Passphrase: ",
  );
  return { answer, modes, type: (keys: string) => input.write(keys), shown: () => shown };
}

test.each([
  ["a line", ["竜宮\r"], "竜宮"],
  ["a line in pieces", ["se", "cr", "et", "\n"], "secret"],
  ["a correction", ["sex\u007fcret\r"], "secret"],
  ["more corrections than characters", ["a\u007f\u007fb\r"], "b"],
  ["nothing", ["\r"], ""],
  ["the end of input", ["abc\u0004"], "abc"],
])("reads %s without showing it", async (_, keys, secret) => {
  const { answer, modes, type, shown } = terminal();
  for (const each of keys) type(each);
  expect(await answer).toBe(secret);
  expect(shown()).toBe("Passphrase: \n");
  expect(modes).toEqual([true, false]);
});

test("Ctrl-C stops, and gives the terminal back", async () => {
  const { answer, modes, type } = terminal();
  type("ab\u0003");
  await expect(answer).rejects.toThrow(InterruptedError);
  expect(modes).toEqual([true, false]);
});
