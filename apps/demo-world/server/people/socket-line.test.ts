import { expect, test } from "vitest";
import { MAX_BACKLOG, socketLine } from "./socket-line.ts";

test("a client that does not read is dropped before memory grows", () => {
  let waiting = 0;
  let isOver = false;
  const line = socketLine({
    OPEN: 1,
    get readyState() {
      return isOver ? 3 : 1;
    },
    get bufferedAmount() {
      return waiting;
    },
    send: (text) => {
      waiting += text.length;
    },
    close: () => undefined,
    terminate: () => {
      isOver = true;
    },
  });
  for (let i = 0; i < 10_000; i++) line.send("x".repeat(1_000));
  expect(isOver).toBe(true);
  expect(waiting).toBeLessThan(MAX_BACKLOG + 2_000);
});
