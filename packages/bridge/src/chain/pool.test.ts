import { expect, test } from "vitest";
import { HOME } from "../../test/model/messages.ts";
import type { NodeEvent } from "../ports/report.ts";
import type { Endpoint } from "./endpoint.ts";
import { EndpointFailedError, EndpointRefusedError } from "./errors.ts";
import { endpointPool } from "./pool.ts";

type Answer = string | "down" | "refused";

function poolOf(answers: Answer[], agreement = 1) {
  let time = 0;
  const asked: number[] = [];
  const events: NodeEvent[] = [];
  const endpoints = answers.map(
    (_, i): Endpoint => ({
      name: `endpoint ${i}`,
      async send() {
        asked.push(i);
        const answer = answers[i];
        if (answer === "down") throw new EndpointFailedError("down");
        if (answer === "refused") throw new EndpointRefusedError("refused", -32_000, undefined, []);
        return answer;
      },
    }),
  );
  const clock = { now: () => time, sleep: async () => undefined };
  const pool = endpointPool({
    chain: HOME,
    endpoints,
    agreement,
    clock,
    report: (event) => events.push(event),
  });
  const request = { method: "x", params: [] };
  return {
    answers,
    asked,
    events,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
    any: () => pool.any((endpoint) => endpoint.send(request)),
    agreed: () => pool.agreed((endpoint) => endpoint.send(request)),
    several: () => pool.several((endpoint) => endpoint.send(request)),
    distrust: pool.distrust,
  };
}

test("fails over, rests what failed, and comes back to it", async () => {
  const pool = poolOf(["down", "b"]);
  expect(await pool.any()).toBe("b");
  expect(await pool.any()).toBe("b");
  expect(pool.asked).toEqual([0, 1, 1]);
  expect(pool.events.map(({ type }) => type)).toEqual(["endpoint-failed"]);
  pool.answers[0] = "a";
  pool.pass(1_000);
  expect(await pool.any()).toBe("a");
  expect(pool.events.map(({ type }) => type)).toEqual(["endpoint-failed", "endpoint-recovered"]);
});

test("a refusal is an answer: it is passed on when nobody knows better", async () => {
  expect(await poolOf(["refused", "b"]).any()).toBe("b");
  await expect(poolOf(["refused", "down"]).any()).rejects.toMatchObject({
    code: "endpoint-refused",
  });
  await expect(poolOf(["down", "down"]).any()).rejects.toMatchObject({
    code: "chain-unreachable",
    retryable: true,
  });
});

test("agreement needs the same answer from as many as configured", async () => {
  expect(await poolOf(["a", "a", "b"], 2).agreed()).toBe("a");
  expect(await poolOf(["b", "a", "a"], 2).agreed()).toBe("a");
  expect(await poolOf(["down", "a", "a"], 2).agreed()).toBe("a");
  await expect(poolOf(["a", "b", "c"], 2).agreed()).rejects.toMatchObject({
    code: "endpoints-disagree",
    retryable: true,
  });
  await expect(poolOf(["a", "down", "down"], 2).agreed()).rejects.toMatchObject({
    code: "endpoints-disagree",
  });
});

test("several answers, whatever they are, or too few", async () => {
  expect(await poolOf(["a", "down", "b", "c"], 2).several()).toEqual(["a", "b"]);
  await expect(poolOf(["a", "down"], 2).several()).rejects.toMatchObject({
    code: "endpoints-disagree",
  });
});

test("an endpoint whose answer cannot be is asked last for a while", async () => {
  const pool = poolOf(["liar", "b"]);
  expect(await pool.any()).toBe("liar");
  pool.distrust();
  expect(await pool.any()).toBe("b");
  pool.pass(60_000);
  expect(await pool.any()).toBe("liar");
});
