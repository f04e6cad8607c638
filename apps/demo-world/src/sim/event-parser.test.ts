import fc from "fast-check";
import { expect, test } from "vitest";
import { EventTooLongError } from "./errors.ts";
import { startEventParser } from "./event-parser.ts";

const STREAM =
  ': welcome\n\nid: 1\nevent: transfer\ndata: {"a":1}\n\nretry: 5\r\ndata: one\r\ndata: two\r\n\r\nevent: empty\n\ndata:三\rid: 9\r\r';
const EVENTS = [
  { event: "transfer", data: '{"a":1}', id: "1" },
  { event: "message", data: "one\ntwo", id: "1" },
  { event: "message", data: "三", id: "9" },
];

test("reads events with every kind of line break, and skips comments and unknown fields", () => {
  expect(startEventParser(1_000).push(`${STREAM}\n`)).toEqual(EVENTS);
});

test("reads the same events however the stream is cut", () => {
  const cuts = fc.array(fc.nat({ max: STREAM.length }), { maxLength: 12 });
  fc.assert(
    fc.property(cuts, (places) => {
      const parser = startEventParser(1_000);
      const sorted = [0, ...places.toSorted((a, b) => a - b), STREAM.length];
      const pieces = sorted.slice(1).map((end, index) => STREAM.slice(sorted[index], end));
      expect([...pieces, "\n"].flatMap((piece) => parser.push(piece))).toEqual(EVENTS);
    }),
  );
});

test("gives up on a line without end and on an event without end", () => {
  expect(() => startEventParser(100).push(`data: ${"x".repeat(200)}`)).toThrow(EventTooLongError);
  const parser = startEventParser(100);
  const flood = () => {
    for (let index = 0; index < 50; index++) parser.push("data: xxxxx\n");
  };
  expect(flood).toThrow(EventTooLongError);
});

test("many small events never come near the limit", () => {
  const parser = startEventParser(100);
  const events = Array.from({ length: 1_000 }, () => parser.push("data: 12345\n\n")).flat();
  expect(events).toHaveLength(1_000);
});
