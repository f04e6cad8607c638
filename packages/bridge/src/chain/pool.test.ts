import { expect, test } from "vitest";
import { HOME } from "../../test/model/messages.ts";
import type { NodeEvent } from "../ports/report.ts";
import type { Endpoint } from "./endpoint.ts";
import { EndpointBusyError, EndpointFailedError, EndpointRefusedError } from "./errors.ts";
import { endpointPool } from "./pool.ts";

/** What an endpoint does; any other word is its answer. */
type Behaviour = "down" | "refused" | "busy" | "stalls" | "nonsense" | string;

const PATIENCE = 2_000;

/** A clock that moves when it is told to. */
class TestClock {
  time = 0;
  #sleepers: { until: number; wake: () => void }[] = [];

  now = () => this.time;

  sleep = (milliseconds: number, signal?: AbortSignal) =>
    new Promise<void>((wake) => {
      signal?.addEventListener("abort", () => wake(), { once: true });
      this.#sleepers.push({ until: this.time + milliseconds, wake });
    });

  async pass(milliseconds: number): Promise<void> {
    // Whatever is under way goes as far as it can before.
    await settled();
    this.time += milliseconds;
    for (const { until, wake } of this.#sleepers) if (until <= this.time) wake();
    await settled();
  }
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

function poolOf(behaviours: Behaviour[], { agreement = 1, hosts = behaviours.map(String) } = {}) {
  const clock = new TestClock();
  const asked: number[] = [];
  const cutOff: number[] = [];
  const events: NodeEvent[] = [];
  const endpoints = behaviours.map(
    (_, i): Endpoint => ({
      name: hosts[i] ?? "",
      async send(_, signal) {
        asked.push(i);
        const behaviour = behaviours[i];
        if (behaviour === "down") throw new EndpointFailedError("down");
        if (behaviour === "refused")
          throw new EndpointRefusedError("refused", -32_000, undefined, []);
        if (behaviour === "busy") throw new EndpointBusyError(30_000, []);
        if (behaviour === "nonsense") throw new TypeError("cannot be read");
        if (behaviour === "stalls") {
          return new Promise((_, reject) =>
            signal?.addEventListener("abort", () => {
              cutOff.push(i);
              reject(new EndpointFailedError("cut off"));
            }),
          );
        }
        return { says: behaviour };
      },
    }),
  );
  const report = (event: NodeEvent) => events.push(event);
  const pool = endpointPool({
    chain: HOME,
    endpoints,
    agreement,
    patience: PATIENCE,
    clock,
    report,
  });
  const question = async (endpoint: Endpoint) =>
    (await endpoint.send({ method: "x", params: [] })) as { says: string };
  const says = async (answer: Promise<{ says: string }>) => (await answer).says;
  return {
    clock,
    behaviours,
    asked,
    cutOff,
    pool,
    told: () =>
      events.map((event) => `${event.type} ${"endpoint" in event ? event.endpoint : ""}`.trim()),
    anyAnswer: () => pool.any(question),
    any: () => says(pool.any(question)),
    agreed: () => says(pool.agreed(question)),
    survey: async () => (await pool.survey(question)).map(({ answer }) => answer.says),
    broadcast: () => says(pool.broadcast(question)),
  };
}

const names = { hosts: ["one", "two", "three"] };

test("fails over, rests what failed, and comes back to it", async () => {
  const pool = poolOf(["down", "b"], names);
  expect(await pool.any()).toBe("b");
  expect(await pool.any()).toBe("b");
  expect(pool.asked).toEqual([0, 1, 1]);
  expect(pool.told()).toEqual(["endpoint-failed one"]);
  pool.behaviours[0] = "a";
  await pool.clock.pass(1_000);
  expect(await pool.any()).toBe("a");
  expect(pool.told()).toEqual(["endpoint-failed one", "endpoint-recovered one"]);
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

test("an endpoint that stalls is waited for once, then cut off, and asked last", async () => {
  const pool = poolOf(["stalls", "b"], names);
  const first = pool.any();
  await pool.clock.pass(PATIENCE);
  expect(await first).toBe("b");
  expect(pool.cutOff).toEqual([0]);
  expect(await pool.any()).toBe("b");
  expect(pool.asked).toEqual([0, 1, 1]);
  // It is tried again now and then, less and less often.
  await pool.clock.pass(1_000);
  const second = pool.any();
  await pool.clock.pass(PATIENCE);
  await second;
  await pool.clock.pass(1_000);
  expect(await pool.any()).toBe("b");
  expect(pool.asked).toEqual([0, 1, 1, 0, 1, 1]);
});

test("agreement needs the same answer from as many as configured", async () => {
  const two = { agreement: 2, ...names };
  expect(await poolOf(["a", "a", "b"], two).agreed()).toBe("a");
  expect(await poolOf(["b", "a", "a"], two).agreed()).toBe("a");
  expect(await poolOf(["down", "a", "a"], two).agreed()).toBe("a");
  await expect(poolOf(["a", "b", "c"], two).agreed()).rejects.toMatchObject({
    code: "endpoints-disagree",
    retryable: true,
  });
  await expect(poolOf(["a", "down", "down"], two).agreed()).rejects.toMatchObject({
    code: "endpoints-disagree",
  });
});

test("who must agree is asked at once, the others only when they are needed", async () => {
  const pool = poolOf(["a", "a", "a"], { agreement: 2, ...names });
  await pool.agreed();
  expect(pool.asked).toEqual([0, 1]);
});

test("agreement goes on around one that stalls", async () => {
  const pool = poolOf(["stalls", "a", "a"], { agreement: 2, ...names });
  const answer = pool.agreed();
  await pool.clock.pass(PATIENCE);
  expect(await answer).toBe("a");
  expect(pool.told()).toEqual([]);
});

test("whom the others contradict is told of, and asked last for a while", async () => {
  const pool = poolOf(["liar", "a", "a"], { agreement: 2, ...names });
  expect(await pool.agreed()).toBe("a");
  expect(pool.told()).toEqual(["endpoint-contradicted one"]);
  expect(await pool.agreed()).toBe("a");
  expect(pool.asked).toEqual([0, 1, 2, 1, 2]);
  expect(pool.told()).toHaveLength(1);
});

test("two addresses at one host are one witness", async () => {
  const hosts = ["https://one.example/a", "https://one.example/b", "https://two.example"];
  expect(await poolOf(["lie", "lie", "a"], { agreement: 2, hosts }).agreed().catch(code)).toBe(
    "endpoints-disagree",
  );
  const pool = poolOf(["a", "a", "a"], { agreement: 2, hosts });
  expect(await pool.agreed()).toBe("a");
  expect(pool.asked).toEqual([0, 1, 2]);
  expect(await poolOf(["a", "a", "down"], { agreement: 2, hosts }).survey().catch(code)).toBe(
    "endpoints-disagree",
  );
});

const code = (error: { code: string }) => error.code;

test("a survey asks everybody who is well, and needs as many as must agree", async () => {
  const two = { agreement: 2, ...names };
  expect(await poolOf(["a", "b", "c"], two).survey()).toEqual(["a", "b", "c"]);
  expect(await poolOf(["a", "down", "c"], two).survey()).toEqual(["a", "c"]);
  await expect(poolOf(["a", "down", "down"], two).survey()).rejects.toMatchObject({
    code: "endpoints-disagree",
  });
});

test("a survey does not wait for one that stalls, and asks it less and less often", async () => {
  const pool = poolOf(["stalls", "b", "c"], { agreement: 2, ...names });
  const first = pool.survey();
  await pool.clock.pass(250);
  expect(await first).toEqual(["b", "c"]);
  expect(await pool.survey()).toEqual(["b", "c"]);
  expect(pool.cutOff).toEqual([0]);
});

test("an endpoint that was asked too often is left alone as long as it wants", async () => {
  const pool = poolOf(["busy", "b"], names);
  await pool.any();
  await pool.clock.pass(29_000);
  await pool.any();
  expect(pool.asked).toEqual([0, 1, 1]);
  await pool.clock.pass(1_000);
  await pool.any();
  expect(pool.asked).toEqual([0, 1, 1, 0, 1]);
});

test("an answer that cannot be read is a failure of who gave it", async () => {
  const pool = poolOf(["nonsense", "b"], names);
  expect(await pool.any()).toBe("b");
  expect(pool.told()).toEqual(["endpoint-failed one"]);
  await expect(poolOf(["nonsense"]).any()).rejects.toMatchObject({ code: "chain-unreachable" });
});

test("a transaction is told to everybody, and taken when one takes it", async () => {
  const pool = poolOf(["stalls", "refused", "c"]);
  expect(await pool.broadcast()).toBe("c");
  expect(pool.asked).toEqual([0, 1, 2]);
  await expect(poolOf(["down", "refused"]).broadcast()).rejects.toMatchObject({
    code: "endpoint-refused",
  });
});

test("whoever gave an answer that cannot be is asked last for a while", async () => {
  const pool = poolOf(["liar", "b"], names);
  const lie = await pool.anyAnswer();
  pool.pool.distrust(lie);
  expect(await pool.any()).toBe("b");
  await pool.clock.pass(60_000);
  expect(await pool.any()).toBe("liar");
});
