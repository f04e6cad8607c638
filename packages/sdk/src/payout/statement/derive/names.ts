import type { IncomeLine, StatementLine } from "../document/line.ts";
import type { StatementClaim, StatementNames } from "../document/statement.ts";
import type { CoveredChain } from "../facts.ts";

/** An account or contract by CAIP-10. */
export const accountId = (chain: string, address: string): string => `${chain}:${address}`;

/** Of all names, those of what a statement speaks of. */
export function namesInUse(
  names: Readonly<Record<string, string>>,
  chains: readonly CoveredChain[],
  lines: readonly StatementLine[],
  claims: readonly StatementClaim[],
): StatementNames {
  const ids = new Set([
    ...chains.map(({ id }) => id),
    ...lines.flatMap(idsOf),
    ...claims.flatMap(({ chain, rail, payee, to }) =>
      [rail, payee, to].map((account) => accountId(chain, account)),
    ),
  ]);
  return Object.fromEntries(Object.entries(names).filter(([id]) => ids.has(id)));
}

function idsOf(line: StatementLine): string[] {
  const on = (account: string) => accountId(line.chain, account);
  if (line.kind === "refund") return [on(line.buyer)];
  return [
    ...line.parts.flatMap(({ payee, via }) => [payee, ...via].map(on)),
    ...worksOf(line).flatMap(({ asset, home }) => (home === undefined ? [asset] : [asset, home])),
    ...(line.kind === "sale"
      ? [line.market, line.seller, line.buyer, line.recipient, line.intermediary]
          .filter((account) => account !== undefined)
          .map(on)
      : []),
    ...(line.kind === "batch" ? [accountId(line.fromChain, line.router)] : []),
  ];
}

/** The works that a line speaks of. */
export function worksOf(line: IncomeLine) {
  if (line.kind === "sale") return [line.work];
  if (line.kind === "payment") return [];
  return line.sources.flatMap(({ work }) => (work === undefined ? [] : [work]));
}
