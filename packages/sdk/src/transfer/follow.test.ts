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

test("a Forward is followed over both lanes, to where it arrives", async () => {
  const other = `0x${"99".repeat(32)}`;
  const forward = (state: TransferStatus["state"], next?: string): TransferStatus => ({
    ...look(state, A),
    kind: "forward",
    ...(next && { next }),
  });
  const onward = (state: TransferStatus["state"]): TransferStatus => ({
    ...look(state),
    messageId: other,
    ...(state === "delivered" && { delivered: exampleStatus.sent }),
  });
  const legs = {
    [exampleMessageId]: script(forward("sent"), forward("delivered"), forward("delivered", other)),
    [other]: script(onward("final"), onward("parked"), onward("delivered")),
  };
  const source: TransferSource = { status: async (id) => legs[id]?.status(id) };
  const seen = [];
  for await (const at of followTransfer(exampleMessageId, {
    sources: [source],
    wait: async () => {},
  }))
    seen.push([at.messageId, at.state, at.legs.length, at.delivered]);
  expect(seen).toEqual([
    [exampleMessageId, "sent", 1, undefined],
    [exampleMessageId, "attested", 1, undefined],
    [exampleMessageId, "attested", 2, undefined],
    [exampleMessageId, "parked", 2, undefined],
    [exampleMessageId, "delivered", 2, exampleStatus.sent],
  ]);
});

test("what home sends on anew after a reorg is followed in place of what it took back", async () => {
  const [lost, anew] = [`0x${"44".repeat(32)}`, `0x${"33".repeat(32)}`];
  const forward = (next: string): TransferStatus => ({
    ...look("delivered"),
    ...{ kind: "forward", next },
  });
  const onward = (messageId: string, state: TransferStatus["state"]) => ({
    ...look(state),
    messageId,
  });
  const legs = {
    [exampleMessageId]: script(forward(lost), forward(anew)),
    [lost]: script(onward(lost, "sent"), undefined),
    [anew]: script(onward(anew, "final"), onward(anew, "delivered")),
  };
  const source: TransferSource = { status: async (id) => legs[id]?.status(id) };
  const seen = [];
  const options = { sources: [source], wait: async () => {} };
  for await (const at of followTransfer(exampleMessageId, options))
    seen.push([at.state, at.legs.at(-1)?.messageId]);
  expect(seen).toEqual([
    ["attested", exampleMessageId],
    ["attested", lost],
    ["attested", anew],
    ["delivered", anew],
  ]);
});

test("what came too late is followed until it has been given back, through home", async () => {
  const [back, onward] = [`0x${"88".repeat(32)}`, `0x${"77".repeat(32)}`];
  const returnLeg = (
    id: string,
    state: TransferStatus["state"],
    next?: string,
  ): TransferStatus => ({
    ...look(state),
    messageId: id,
    kind: "return",
    refundChain: "eip155:3",
    destinationChain: id === back ? "eip155:1" : "eip155:3",
    ...(next && { next }),
  });
  const legs = {
    [exampleMessageId]: script(look("parked"), { ...look("returned"), next: back }),
    [back]: script(undefined, returnLeg(back, "sent"), returnLeg(back, "delivered", onward)),
    [onward]: script(returnLeg(onward, "parked"), returnLeg(onward, "delivered")),
  };
  const source: TransferSource = { status: async (id) => legs[id]?.status(id) };
  const seen = [];
  for await (const at of followTransfer(exampleMessageId, {
    sources: [source],
    wait: async () => {},
  }))
    seen.push([at.state, at.returning?.state, at.returning?.messageId]);
  expect(seen).toEqual([
    ["parked", undefined, undefined],
    ["returned", "in-flight", back],
    ["returned", "in-flight", back],
    ["returned", "in-flight", onward],
    ["returned", "parked", onward],
    ["returned", "given-back", onward],
  ]);
});

test("where it goes on is the chain's word, not a node's", async () => {
  const [lie, truth] = [`0x${"66".repeat(32)}`, `0x${"55".repeat(32)}`];
  const said = (next: string): TransferStatus => ({ ...look("returned"), next });
  const node: TransferSource = { status: async () => said(lie) };
  const given = { ...look("delivered"), messageId: truth };
  const chain: TransferSource = {
    status: async (id) => (id === truth ? given : said(truth)),
  };
  const seen = [];
  const options = { sources: [node], confirm: chain, wait: async () => {} };
  for await (const at of followTransfer(exampleMessageId, options)) {
    seen.push(at.returning?.messageId);
    if (seen.length === 2) break;
  }
  expect(seen[0]).toBe(truth);
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
  expect(value).toEqual({ ...look("final"), legs: [look("final")] });
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
