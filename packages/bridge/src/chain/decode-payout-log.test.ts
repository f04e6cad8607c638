import { erc20RailAbi, marketAbi, splitAbi } from "@ryugu/contracts";
import { bytes32, type Hex, hex, ZERO_ADDRESS } from "@ryugu/sdk/primitives";
import { Interface } from "ethers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { accountOf, word } from "../../test/model/messages.ts";
import { decodePayoutLog, type PayoutSource, topicsOf } from "./decode-payout-log.ts";
import type { RpcLog } from "./rpc-shapes.ts";

const SOURCE = accountOf("source");
const TOKEN = new Interface([
  "event Transfer(address indexed from, address indexed to, uint256 amount)",
]);
const OF = { market: marketAbi, rail: erc20RailAbi, split: splitAbi };
const [A, B, C, YEN] = [accountOf("a"), accountOf("b"), accountOf("c"), accountOf("yen")];

function log(of: Interface, event: string, values: readonly unknown[]): RpcLog {
  const { topics, data } = of.encodeEventLog(event, [...values]);
  return {
    address: hex(SOURCE.toLowerCase()),
    topics: topics.map(bytes32),
    data: hex(data),
    blockNumber: 7,
    blockHash: word("block"),
    transactionHash: word("tx"),
    logIndex: 3,
  };
}

const decode = (source: keyof typeof OF, event: string, values: readonly unknown[]) =>
  decodePayoutLog(source, log(new Interface(OF[source]), event, values), 99);

test("each event is read as what it says, where it stands", () => {
  const money = [C, YEN, 1_000n, B, 50n, ZERO_ADDRESS, word("sponsor"), 0n, A];
  const sold = [word("order"), word("purpose"), A, B, C, 1, YEN, 2n ** 255n, 3n, money];
  expect(decode("market", "Sold", sold)).toEqual({
    type: "sold",
    source: SOURCE,
    orderHash: word("order"),
    purpose: word("purpose"),
    seller: A,
    buyer: B,
    recipient: C,
    goods: "erc1155",
    collection: YEN,
    tokenId: 2n ** 255n,
    count: 3n,
    rail: C,
    currency: YEN,
    paid: 1_000n,
    royaltyReceiver: B,
    royalty: 50n,
    intermediary: ZERO_ADDRESS,
    sponsor: word("sponsor"),
    fee: 0n,
    payee: A,
    at: {
      block: 7,
      blockHash: word("block"),
      time: 99,
      transaction: word("tx"),
      logIndex: 3,
    },
  });
  const given = [word("order"), word("refund"), B, A, 2n, 900n];
  expect(decode("market", "Refunded", given)).toMatchObject({
    type: "refunded",
    buyer: B,
    payer: A,
    count: 2n,
    paid: 900n,
  });
  expect(decode("rail", "PaymentMade", [word("p"), A, B, YEN, 5n, true])).toMatchObject({
    type: "payment",
    payer: A,
    caller: B,
    amount: 5n,
    isRefund: true,
  });
  expect(decode("rail", "SharePaid", [word("p"), A, YEN, 5n])).toMatchObject({
    type: "share",
    payee: A,
    isCredited: false,
  });
  expect(decode("rail", "ShareCredited", [word("p"), A, YEN, 5n])).toMatchObject({
    isCredited: true,
  });
  for (const source of ["rail", "split"] as const) {
    expect(decode(source, "CreditClaimed", [YEN, A, B, 5n])).toMatchObject({
      type: "claim",
      payee: A,
      to: B,
      currency: YEN,
      amount: 5n,
    });
  }
  expect(decode("split", "Distributed", [YEN, 5n, false])).toMatchObject({ type: "division" });
  expect(decode("split", "Credited", [YEN, A, 5n])).toMatchObject({ type: "credit", payee: A });
  expect(decode("split", "Paid", [A, 5n])).toMatchObject({
    type: "outflow",
    source: SOURCE,
    to: A,
    currency: ZERO_ADDRESS,
  });
  expect(decodePayoutLog("currency", log(TOKEN, "Transfer", [A, B, 5n]), 1)).toMatchObject({
    type: "outflow",
    source: A,
    to: B,
    currency: SOURCE,
    amount: 5n,
  });
});

test("a rail tells a credit once, by its own event", () => {
  expect(decode("rail", "Credited", [YEN, A, 5n])).toBeUndefined();
  expect(topicsOf("rail")).not.toContain(new Interface(splitAbi).getEvent("Credited")?.topicHash);
});

test("whatever a stranger logs is read or left out, and never fails", () => {
  const sources: PayoutSource[] = ["market", "rail", "split", "currency"];
  const bytes = fc
    .uint8Array({ maxLength: 800 })
    .map((value): Hex => `0x${Buffer.from(value).toString("hex")}`);
  fc.assert(
    fc.property(
      fc.constantFrom(...sources).chain((source) =>
        fc.record({
          source: fc.constant(source),
          first: fc.constantFrom(...topicsOf(source)),
          rest: fc.array(
            fc.constantFrom(A, B).map((a) => word(a)),
            { maxLength: 3 },
          ),
          data: bytes,
        }),
      ),
      ({ source, first, rest, data }) => {
        const said = log(TOKEN, "Transfer", [A, B, 5n]);
        const odd = { ...said, topics: [bytes32(first), ...rest], data };
        const found = decodePayoutLog(source, odd, 1);
        expect(found === undefined || typeof found.type === "string").toBe(true);
      },
    ),
  );
});
