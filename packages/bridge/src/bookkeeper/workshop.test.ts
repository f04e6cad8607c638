import type { StatementRequest } from "@ryugu/sdk/payout/statement";
import { afterEach, beforeEach, expect, test } from "vitest";
import { HOME, word } from "../../test/model/messages.ts";
import { creatorStatement } from "../signer/signer.contract.ts";
import { createWorkshop, type Workshop } from "./workshop.ts";

const opened: Workshop[] = [];
let spent: number[] = [];
const note = (milliseconds: number) => void spent.push(milliseconds);
beforeEach(() => {
  spent = [];
});
afterEach(() => Promise.all(opened.splice(0).map((workshop) => workshop.close())));

function open(limits?: { time: number; memory: number }): Workshop {
  const workshop = createWorkshop(limits);
  opened.push(workshop);
  return workshop;
}

const { zoneId, creator, period } = creatorStatement();
const request: StatementRequest = { zoneId, creator, period, currencies: [] };
const logs = {
  chains: [
    {
      ...{ chain: HOME, from: 1, through: { number: 9, hash: word("nine"), time: 1_800_000_000 } },
      ...{ currencies: [], splits: [], routers: [], logs: [] },
    },
  ],
  royalties: [],
};

test("several at once are done one after the other, and each has its own answer", async () => {
  const workshop = open();
  const days = ["2026-11-01", "2026-11-02", "2026-11-03"];
  const statements = await Promise.all(
    days.map((to) => {
      const shorter = { ...request, period: { from: "2026-10-31", to } };
      return workshop.work("derive", { logs, request: shorter }, note);
    }),
  );
  expect(statements.map(({ statement }) => statement.period.to)).toEqual(days);
  // What takes less than the clock of processors tells is told as nothing.
  expect(spent.map((one) => one >= 0)).toEqual([true, true, true]);
  expect(Math.max(...spent)).toBeGreaterThan(0);
});

test("what is refused is refused by its own error, and the next is done", async () => {
  const workshop = open();
  // One chain, read to two different blocks.
  const through = { number: 9, hash: word("another"), time: 1_800_000_000 };
  const twice = { ...logs, chains: logs.chains.flatMap((one) => [one, { ...one, through }]) };
  await expect(workshop.work("derive", { logs: twice, request }, note)).rejects.toMatchObject({
    code: "statement-facts",
    details: [expect.stringContaining(HOME)],
  });
  expect(await workshop.work("derive", { logs, request }, note)).toMatchObject({
    statement: { lines: [] },
  });
});

test("what takes too long is ended", async () => {
  await expect(
    open({ time: 1, memory: 768 }).work("derive", { logs, request }, note),
  ).rejects.toMatchObject({
    code: "statement-too-long",
  });
});

test("what takes too much memory ends its thread and nothing else", async () => {
  const narrow = open({ time: 20_000, memory: 4 });
  for (const _ of [1, 2]) {
    await expect(narrow.work("derive", { logs, request }, note)).rejects.toMatchObject({
      code: "statement-too-long",
    });
  }
});
