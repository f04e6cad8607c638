import { expect, test } from "vitest";
import { shareWork } from "./share-work.ts";

/** Work that ends when the test says so. */
function stage(age = 1_000, atOnce = 2) {
  let time = 0;
  let done = 0;
  const waiting: { key: string; end: (error?: Error) => void }[] = [];
  const work = (key: string) =>
    new Promise<string>((resolve, reject) => {
      waiting.push({
        key,
        end: (error) => {
          done += 1;
          if (error === undefined) resolve(`${key} ${done}`);
          else reject(error);
        },
      });
    });
  const clock = { now: () => time };
  return {
    ask: shareWork(work, { age, atOnce, clock }),
    waiting,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

test("who asks the same at about the same time shares one answer, and later another is made", async () => {
  const { ask, waiting, pass } = stage();
  const both = [ask("a"), ask("a")];
  expect(waiting).toHaveLength(1);
  waiting[0]?.end();
  expect(await Promise.all(both)).toEqual(["a 1", "a 1"]);
  pass(1_000);
  const later = ask("a");
  waiting[1]?.end();
  expect(await later).toBe("a 2");
});

test("too much at once is refused, and a failure is neither kept nor counted", async () => {
  const { ask, waiting } = stage();
  const first = ask("a");
  const second = ask("b");
  await expect(ask("c")).rejects.toMatchObject({ code: "too-many-requests", retryable: true });
  waiting[0]?.end(new Error("away"));
  await expect(first).rejects.toThrow("away");
  const again = ask("a");
  expect(waiting.map(({ key }) => key)).toEqual(["a", "b", "a"]);
  waiting[1]?.end();
  waiting[2]?.end();
  expect(await Promise.all([second, again])).toEqual(["b 2", "a 3"]);
});

test("only so many answers are kept, and work is done for whoever asked first", async () => {
  const done: string[] = [];
  const work = async (key: string, by: string) => void done.push(`${key} ${by}`);
  const settings = { age: 1_000, atOnce: 9, clock: { now: () => 0 }, mostKept: 2 };
  const ask = shareWork(work, settings);
  for (const [key, by] of ["a one", "a two", "b one", "c one", "a two"].map((each) =>
    each.split(" "),
  ))
    await ask(key ?? "", by ?? "");
  expect(done).toEqual(["a one", "b one", "c one", "a two"]);
});
