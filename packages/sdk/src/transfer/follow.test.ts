import { expect, test } from "vitest";
import { exampleMessageId, exampleStatus } from "../../test/example-status.ts";
import {
  followTransfer,
  TransferNotFoundError,
  type TransferSource,
  TransferSourceError,
  type TransferStatus,
} from "./index.ts";

const A = `0x${"aa".repeat(20)}`;
const B = `0x${"bb".repeat(20)}`;
const look = (state: TransferStatus["state"], ...signers: string[]): TransferStatus => ({
  ...exampleStatus,
  state,
  signers,
});

/** Answers each look in turn, and the last one for ever. */
function script(...answers: (TransferStatus | undefined | Error)[]): TransferSource {
  let i = 0;
  return {
    async status() {
      const answer = answers[Math.min(i++, answers.length - 1)];
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
}

async function follow(sources: TransferSource[], confirm?: TransferSource) {
  const seen: string[] = [];
  const options = { sources, wait: async () => {}, ...(confirm ? { confirm } : {}) };
  for await (const { state, signers } of followTransfer(exampleMessageId, options)) {
    seen.push(signers.length > 0 ? `${state} ${signers.length}` : state);
  }
  return seen;
}

test("each change is told once, and the end ends", async () => {
  const source = script(
    undefined,
    look("sent"),
    look("sent"),
    look("final"),
    look("final", A),
    look("attested", A, B),
    look("delivered", A, B),
  );
  expect(await follow([source])).toEqual(["sent", "final", "final 1", "attested 2", "delivered 2"]);
});

test("a source that lags does not take anything back", async () => {
  const source = script(look("attested", A), look("final"), look("sent"), look("delivered", A));
  expect(await follow([source])).toEqual(["attested 1", "delivered 1"]);
});

test("a parked transfer is told and followed on", async () => {
  expect(await follow([script(look("parked"), look("parked"), look("delivered"))])).toEqual([
    "parked",
    "delivered",
  ]);
});

test("the next source answers when the first cannot be asked or does not know", async () => {
  const dead = script(new TransferSourceError("down"));
  expect(await follow([dead, script(undefined), script(look("delivered"))])).toEqual(["delivered"]);
});

test("an end that the chain does not confirm is not believed", async () => {
  const liar = script(look("delivered", A));
  const chain = script(look("final"), look("final"), look("delivered"));
  expect(await follow([liar], chain)).toEqual(["final 1", "delivered 1"]);
  expect(await follow([liar], script(look("parked"), look("delivered")))).toEqual([
    "parked 1",
    "delivered 1",
  ]);
});

test("what a node says of an unconfirmed delivery is left out", async () => {
  const claimed = { ...look("delivered"), delivered: exampleStatus.sent };
  const confirm = script(look("final"));
  const options = { sources: [script(claimed)], confirm };
  const { value } = await followTransfer(exampleMessageId, options).next();
  expect(value).toEqual(look("final"));
});

test("nobody knowing the message is an error after some patience, not before", async () => {
  await expect(follow([script(undefined)])).rejects.toThrow(TransferNotFoundError);
  const late = script(...Array(50).fill(undefined), look("delivered"));
  expect(await follow([late])).toEqual(["delivered"]);
});

test("it stops when told to", async () => {
  const controller = new AbortController();
  const iterator = followTransfer(exampleMessageId, {
    sources: [script(look("sent"))],
    signal: controller.signal,
  });
  expect((await iterator.next()).value?.state).toBe("sent");
  const waiting = iterator.next();
  controller.abort(new Error("enough"));
  await expect(waiting).rejects.toThrow("enough");
});
