import { formatYen } from "@ryugu/sdk/payout";
import {
  holdingValue,
  type IssuerReserveCheck,
  type IssuerReserveReport,
  type OutstandingFact,
} from "@ryugu/sdk/reserves";
import { type Block, fields, lines, table } from "../../output/blocks.ts";
import { findingsView, type Language, tally } from "../../output/finding-view.ts";
import { accent, bad, faint, good, type Line, title, warn } from "../../output/style.ts";
import { compositionTable, outsideLine, shareOf } from "./composition-view.ts";

/** Holdings that are shown one by one; the others of a long list are counted. */
const MOST_HOLDINGS = 40;

const yen = (amount: bigint): string => formatYen(amount, { decimals: 0 });

/** What people see of an issuer's report. */
export function issuerView(
  source: string,
  report: IssuerReserveReport,
  check: IssuerReserveCheck,
  language: Language,
  onChain: readonly OutstandingFact[] = [],
): Block[] {
  const { issuer, currency, asOf, auditor } = report;
  const { outstanding, holdings } = check.composition;
  return [
    lines([title(`Reserves of ${issuer.name}`), `  ${currency.symbol}`, faint(`  ${source}`)]),
    fields(
      ["signed by", signatureLine(report, check)],
      ["as of", asOf],
      ["outstanding", formatYen(outstanding, { decimals: currency.decimals })],
      ["reserves", coverLine(check, currency.decimals)],
      ["outside demand deposits", outsideLine(check.composition)],
      ["auditor", auditor && [auditor.name, faint(`  ${auditor.report ?? ""}`)]],
    ),
    ...(holdings === 0n ? [] : [compositionTable(check.composition)]),
    outstandingTable(report, onChain),
    ...holdingTable(report),
    ...findingsView(check.findings, language),
    verdictLine(check),
  ];
}

function signatureLine({ issuer }: IssuerReserveReport, { signature }: IssuerReserveCheck): Line {
  const account = accent(issuer.account);
  const kind = issuer.chain === undefined ? "" : `, a contract on ${issuer.chain}`;
  if (signature === "verified") return [good("✓ "), account, kind];
  return signature === "wrong"
    ? [bad("✗ not by "), account, kind]
    : [bad("✗ not verified: "), account, kind];
}

function coverLine({ composition }: IssuerReserveCheck, decimals: number): Line {
  const { outstanding, holdings } = composition;
  const held = holdings * 10n ** BigInt(decimals);
  if (outstanding === 0n) return yen(holdings);
  const share = `  ${shareOf(held, outstanding)} of what is outstanding`;
  return [yen(holdings), held < outstanding ? bad(share) : good(share)];
}

function outstandingTable(
  { outstanding, currency }: IssuerReserveReport,
  onChain: readonly OutstandingFact[],
): Block {
  return table(
    ["on", "contract", ">outstanding", ">at block", "its chain says"],
    outstanding.map((each) => [
      each.chain,
      accent(each.address),
      formatYen(BigInt(each.units), { decimals: currency.decimals }),
      String(each.block.number),
      chainLine(each, onChain),
    ]),
  );
}

/** What the chain says of one contract; why it says otherwise stands among the findings. */
function chainLine(
  { chain, address, units, block }: IssuerReserveReport["outstanding"][number],
  onChain: readonly OutstandingFact[],
): Line {
  const fact = onChain.find((each) => each.chain === chain && each.address === address);
  if (fact?.block.number !== block.number) return faint("not asked");
  const isSame = fact.units === BigInt(units) && fact.block.hash === block.hash;
  return isSame ? good("✓ the same") : bad("✗ otherwise");
}

function holdingTable({ holdings }: IssuerReserveReport): Block[] {
  if (holdings.length === 0) return [];
  const hidden = holdings.length - MOST_HOLDINGS;
  return [
    table(
      ["held", "with", "matures", ">worth"],
      holdings
        .slice(0, MOST_HOLDINGS)
        .map((holding) => [
          "country" in holding ? `bond of ${holding.country}` : holding.kind.replace("-", " "),
          holding.custodian,
          "maturity" in holding ? holding.maturity : "",
          yen(holdingValue(holding)),
        ]),
    ),
    ...(hidden > 0 ? [lines(faint(`and ${hidden} more`))] : []),
  ];
}

function verdictLine({ findings }: IssuerReserveCheck): Block {
  const counts = faint(tally(findings));
  const has = (severity: string) => findings.some((finding) => finding.severity === severity);
  if (has("error")) return lines([bad("✗ "), "This report does not stand.", counts]);
  return lines(
    has("warning")
      ? [warn("! "), "This report stands, with something to weigh.", counts]
      : [good("✓ "), "This report stands."],
  );
}
