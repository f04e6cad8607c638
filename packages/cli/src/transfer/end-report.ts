import type { ClaimedTransfer, DeliveredTransfer, EndedTransfer } from "@ryugu/sdk/transfer";
import { EXIT } from "../exit-code.ts";
import type { Outcome } from "../outcome.ts";
import { fields, lines } from "../output/blocks.ts";
import { grouped } from "../output/number.ts";
import { accent, good, type Line, warn } from "../output/style.ts";

/** What is said of a message that was retried or redirected. */
export function endReport(ended: EndedTransfer): Outcome {
  return outcome(ended, { ...ended, gasUsed: Number(ended.gasUsed) }, [
    ["transaction", accent(ended.transaction)],
    ["gas", grouped(ended.gasUsed)],
  ]);
}

/** What is said of a message that was claimed, and of what had to go first. */
export function claimReport({ collections, ...ended }: ClaimedTransfer): Outcome {
  const first = collections.map((each) => ({ ...each, gasUsed: Number(each.gasUsed) }));
  return outcome(ended, { ...ended, gasUsed: Number(ended.gasUsed), collections: first }, [
    ["transaction", accent(ended.transaction)],
    ["gas", grouped(ended.gasUsed)],
    ...collections.map((each): [string, Line] => [
      "collection",
      [accent(each.transaction), `  ${grouped(each.gasUsed)} gas`],
    ]),
  ]);
}

/** What is said of a lane that was delivered up to a message. */
export function deliveryReport(done: DeliveredTransfer): Outcome {
  return outcome(done, { ...done, gasUsed: Number(done.gasUsed) }, [
    ["messages", String(done.messages)],
    ...done.transactions.map((hash): [string, Line] => ["transaction", accent(hash)]),
    ["gas", grouped(done.gasUsed)],
  ]);
}

const VERDICTS = {
  delivered: [good("✓ "), "Delivered."],
  parked: [warn("! "), "It arrived and is parked: anyone may retry it."],
  returned: [warn("! "), "Its time was over: what it carried goes back."],
} as const;

function outcome(
  { messageId, state, returnId }: Pick<DeliveredTransfer, "messageId" | "state" | "returnId">,
  json: object,
  rows: readonly [string, Line][],
): Outcome {
  return {
    json,
    view: [
      lines(VERDICTS[state]),
      fields(
        ["message id", accent(messageId)],
        ["return id", returnId && accent(returnId)],
        ...rows,
      ),
    ],
    exitCode: state === "delivered" ? EXIT.ok : EXIT.negative,
  };
}
