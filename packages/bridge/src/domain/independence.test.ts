import { expect, test } from "vitest";
import { operatorOf } from "./independence.ts";

test("one host is one operator, whatever is asked there", () => {
  const same = ["https://one.example/v2/key", "https://one.example:8443", "http://ONE.example"];
  expect(new Set(same.map(operatorOf)).size).toBe(1);
  expect(operatorOf("https://two.example")).not.toBe(operatorOf("https://one.example"));
});

test("on one's own machine each port is a server", () => {
  const own = ["http://127.0.0.1:1", "http://127.0.0.1:2", "http://localhost:1", "http://[::1]:1"];
  expect(new Set(own.map(operatorOf)).size).toBe(4);
});
