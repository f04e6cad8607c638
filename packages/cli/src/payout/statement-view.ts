import type { Statement } from "@ryugu/sdk/payout/statement";
import type { Bytes32 } from "@ryugu/sdk/primitives";
import { type Zone, zoneChain } from "@ryugu/sdk/zone";
import { type Block, fields, lines } from "../output/blocks.ts";
import { grouped } from "../output/number.ts";
import { accent, bad, good, type Line, warn } from "../output/style.ts";
import type { Comparison } from "./comparison.ts";

/** What is shown of a value in a statement; a whole line may differ. */
const MOST_SHOWN = 400;

/** What people see of a statement that was derived here. */
export function statementView(
  zone: Zone,
  { creator, period, isComplete, chains, lines: entries, totals }: Statement,
  digest: Bytes32,
  file: string | undefined,
): Block[] {
  const { share, refunds, net, paid, claimed, waiting } = totals.yen;
  return [
    ...(file === undefined ? [] : [lines([good("✓ "), `Derived from the chains alone: ${file}`])]),
    fields(
      ["creator", creator.accounts.join(", ")],
      ["period", `${period.from} to ${period.to}, the last day not in it`],
      ...chains.map(
        ({ id, fromBlock, toBlock }) =>
          ["read", `${zoneChain(zone, id).name}, blocks ${blocks(fromBlock, toBlock)}`] as const,
      ),
      ["lines", grouped(entries.length)],
      ["share", yen(share)],
      ["refunds", refunds === "0" ? undefined : yen(refunds)],
      ["net", refunds === "0" ? undefined : yen(net)],
      ["paid", yen(paid)],
      ["claimed", claimed === "0" ? undefined : yen(claimed)],
      ["waiting", waiting === "0" ? undefined : [yen(waiting), warn("  still to be claimed")]],
      ["digest", accent(digest)],
    ),
    ...(isComplete ? [] : [lines([warn("The period was not over where the reading ended.")])]),
  ];
}

function yen(amount: string): string {
  const [whole = "0", rest] = amount.replace("-", "").split(".");
  const sign = amount.startsWith("-") ? "-" : "";
  return `${sign}¥${grouped(BigInt(whole))}${rest === undefined ? "" : `.${rest}`}`;
}

const blocks = (from: number, to: number) => `${grouped(from)} to ${grouped(to)}`;

/** What came of holding a node's statement against it. */
export function comparisonView({ partner, digest, difference }: Comparison): Block[] {
  const signed: Line = [good("✓ "), `Signed by ${partner.name}, unchanged, and it adds up.`];
  if (difference === undefined) {
    return [lines(signed, [good("✓ "), "The chains say the same, to the digest."])];
  }
  const { path, transaction, theirs, ours } = difference;
  return [
    lines(signed, [bad("✗ "), "The chains say something else."]),
    fields(
      ["first at", path],
      ["transaction", transaction && accent(transaction)],
      ["theirs", theirs?.slice(0, MOST_SHOWN) ?? "nothing"],
      ["the chains", ours?.slice(0, MOST_SHOWN) ?? "nothing"],
      ["their digest", digest],
    ),
  ];
}

/** The same for machines. */
export function comparisonJson({ partner, statement, digest, difference }: Comparison) {
  const { validator } = statement;
  return {
    ...{ isSame: difference === undefined, digest, validator, partner: partner.name },
    ...(difference && { difference }),
  };
}
