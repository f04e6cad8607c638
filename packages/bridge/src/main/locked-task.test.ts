import { expect, test } from "vitest";
import type { NodeEvent } from "../ports/report.ts";
import type { TaskHold } from "../ports/task-lock.ts";
import { lockedTask } from "./locked-task.ts";

function setUp() {
  const state = { hold: "gained" as TaskHold | Error, now: 0, asked: 0, made: 0 };
  const ticks: number[] = [];
  const events: NodeEvent[] = [];
  const make = () => {
    const number = state.made++;
    return {
      name: "work",
      interval: 7,
      wakeOn: ["facts"] as const,
      tick: async () => ticks.push(number) > 0,
      waitingFor: () => `waits ${number}`,
    };
  };
  const lock = {
    async hold() {
      state.asked += 1;
      if (state.hold instanceof Error) throw state.hold;
      return state.hold;
    },
  };
  const parts = {
    lock,
    clock: { now: () => state.now },
    report: (event: NodeEvent) => events.push(event),
  };
  return { state, ticks, events, task: lockedTask(make(), make, parts) };
}

test("it works while it holds its lock, and stands by while another process does", async () => {
  const { state, ticks, events, task } = setUp();
  expect(task).toMatchObject({ name: "work", interval: 7, wakeOn: ["facts"] });
  state.hold = "held";
  expect(await task.tick()).toBe(true);
  expect([task.waitingFor?.(), task.isStandby?.()]).toEqual(["waits 0", false]);
  state.hold = "elsewhere";
  expect(await task.tick()).toBe(false);
  expect([task.waitingFor?.(), task.isStandby?.()]).toEqual([undefined, true]);
  // Woken by every change, it asks now and then only.
  await task.tick();
  expect(state.asked).toBe(2);
  state.now = 1_000;
  await task.tick();
  expect(state.asked).toBe(3);
  expect(ticks).toEqual([0]);
  expect(events).toEqual([{ type: "task-elsewhere", task: "work" }]);
});

test("taking over begins anew: what was remembered is old", async () => {
  const { state, ticks, events, task } = setUp();
  state.hold = "elsewhere";
  await task.tick();
  state.hold = "gained";
  state.now = 1_000;
  await task.tick();
  state.hold = "held";
  await task.tick();
  expect(ticks).toEqual([1, 1]);
  expect(events.at(-1)).toEqual({ type: "task-taken-over", task: "work" });
});

test("a lock that cannot be asked fails the tick, so that the task tries again later", async () => {
  const { state, ticks, task } = setUp();
  state.hold = new Error("away");
  await expect(task.tick()).rejects.toThrow("away");
  expect(ticks).toEqual([]);
});
