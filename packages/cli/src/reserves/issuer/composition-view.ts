import { formatYen } from "@ryugu/sdk/payout";
import { ISSUER_RESERVE_RULE, type IssuerReserveComposition } from "@ryugu/sdk/reserves";
import { type Block, table } from "../../output/blocks.ts";
import { bad, faint, good, type Line } from "../../output/style.ts";

/** A bar's width, in terminal cells. */
const BAR = 30;

/** The reserves by kind, each as long as its part. */
export function compositionTable(composition: IssuerReserveComposition): Block {
  const { holdings, demandDeposits, termDeposits, governmentBonds } = composition;
  const rows: [string, bigint][] = [
    ["demand deposits", demandDeposits],
    ["term deposits", termDeposits],
    ["government bonds", governmentBonds],
  ];
  return table(
    ["held as", "part", ">share", ">yen"],
    rows.map(([name, amount]) => [
      name,
      bar(amount, holdings),
      shareOf(amount, holdings),
      formatYen(amount, { decimals: 0 }),
    ]),
  );
}

/** How much lies outside demand deposits, and how much may. */
export function outsideLine({ holdings, demandDeposits }: IssuerReserveComposition): Line {
  const outside = holdings - demandDeposits;
  const ceiling = `of at most ${ISSUER_RESERVE_RULE.mostOutside / 100n} %`;
  // Rounded up: what is over the ceiling is never shown as being on it.
  const share = holdings === 0n ? "0.0 %" : percent((outside * 1_000n + holdings - 1n) / holdings);
  const isOver = outside * 10_000n > holdings * ISSUER_RESERVE_RULE.mostOutside;
  return [isOver ? bad(share) : good(share), ` ${ceiling}`];
}

/** A part of a whole, rounded down: `99.9 %` is not everything. */
export function shareOf(part: bigint, whole: bigint): string {
  return whole === 0n ? "0.0 %" : percent((part * 1_000n) / whole);
}

const percent = (tenths: bigint): string => `${tenths / 10n}.${tenths % 10n} %`;

/** As many full cells as the part is of the whole, and at least one for anything at all. */
function bar(part: bigint, whole: bigint): Line {
  const cells = whole === 0n ? 0n : (part * BigInt(BAR) + whole / 2n) / whole;
  const full = part > 0n && cells === 0n ? 1 : Number(cells);
  return ["█".repeat(full), faint("░".repeat(BAR - full))];
}
