import { expect, test } from "vitest";
import type { NodeEvent } from "../ports/report.ts";
import { superviseTask, type Task } from "./task.ts";

/** A clock whose sleeps end at once and are written down. */
function fakeClock() {
  let time = 0;
  const sleeps: number[] = [];
  return {
    sleeps,
    now: () => time,
    async sleep(milliseconds: number, signal?: AbortSignal) {
      if (signal?.aborted === true) return;
      sleeps.push(milliseconds);
      time += milliseconds;
      await new Promise((resolve) => setImmediate(resolve));
    },
    pass(milliseconds: number) {
      time += milliseconds;
    },
  };
}

function run(tick: (n: number) => boolean | Error, ticks: number, more: Partial<Task> = {}) {
  const clock = fakeClock();
  const events: NodeEvent[] = [];
  const stop = new AbortController();
  let n = 0;
  const task = {
    name: "test",
    interval: 500,
    ...more,
    tick: async () => {
      n += 1;
      if (n >= ticks) stop.abort();
      const result = tick(n);
      if (result instanceof Error) throw result;
      return result;
    },
  };
  return {
    clock,
    events,
    ticks: () => events.filter((event) => event.type === "tick-ended"),
    running: superviseTask(task, clock, (event) => events.push(event), stop.signal),
    stop,
  };
}

test("rests when there is nothing to do, and goes on at once when there is", async () => {
  const { clock, running } = run((n) => n === 2, 4);
  await running.done;
  expect(clock.sleeps).toEqual([500, 0, 500].slice(0, clock.sleeps.length));
  expect(running.health()).toEqual({ name: "test", healthy: true });
});

test("a failure is reported and tried again, each time later; three in a row are ill, one success is well", async () => {
  const failing = run(() => new Error("it broke\nwith details"), 5);
  await failing.running.done;
  expect(failing.clock.sleeps).toEqual([250, 500, 1_000, 2_000]);
  expect(failing.running.health()).toEqual({ name: "test", healthy: false, problem: "it broke" });
  expect(failing.ticks().map(({ failed }) => failed)).toEqual(new Array(5).fill(true));
  expect(failing.events.map(({ type }) => type).filter((type) => type !== "tick-ended")).toEqual(
    new Array(5).fill("task-failed"),
  );
  const recovered = run((n) => (n < 4 ? new Error("it broke") : false), 4);
  await recovered.running.done;
  expect(recovered.running.health().healthy).toBe(true);
  expect(recovered.events.at(-1)).toEqual({ type: "task-recovered", task: "test" });
});

test("one hiccup is no illness, and a condition of its own is", async () => {
  const hiccup = run((n) => (n === 2 ? new Error("once") : false), 2);
  await hiccup.running.done;
  expect(hiccup.running.health().healthy).toBe(true);
  const waiting = run(() => false, 1, { waitingFor: () => "peers" });
  await waiting.running.done;
  expect(waiting.running.health()).toEqual({ name: "test", healthy: false, problem: "peers" });
});

test("a tick that never ends is noticed", async () => {
  const { clock, running, stop } = run(() => false, 1, {
    tick: () => new Promise(() => undefined),
  });
  stop.abort();
  const hanging = superviseTask(
    { name: "hangs", interval: 500, tick: () => new Promise(() => undefined) },
    clock,
    () => undefined,
    new AbortController().signal,
  );
  clock.pass(130_000);
  expect(hanging.health()).toMatchObject({
    healthy: false,
    problem: expect.stringContaining("minutes"),
  });
  await running.done;
});

test("is woken by what it waits for, by nothing else, and not out of its rest after a failure", async () => {
  const stop = new AbortController();
  let ticks = 0;
  const clock = {
    now: () => 0,
    sleep: (_: number, signal?: AbortSignal) =>
      new Promise<void>((resolve) =>
        signal?.aborted ? resolve() : signal?.addEventListener("abort", () => resolve()),
      ),
  };
  let fail = false;
  const tick = async () => {
    ticks += 1;
    if (fail) throw new Error("broken");
    return false;
  };
  const running = superviseTask(
    { name: "test", interval: 1_000_000, wakeOn: ["facts"], tick },
    clock,
    () => undefined,
    stop.signal,
  );
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  await turn();
  running.wake("attestations");
  await turn();
  expect(ticks).toBe(1);
  fail = true;
  running.wake("facts");
  await turn();
  expect(ticks).toBe(2);
  running.wake("facts");
  await turn();
  expect(ticks).toBe(2);
  stop.abort();
  await running.done;
});
