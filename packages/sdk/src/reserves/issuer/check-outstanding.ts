import { canonicalJson, formatAssetId, pointer } from "../../primitives/index.ts";
import type { IssuerFindings } from "./finding-codes.ts";
import { inOrder } from "./order.ts";
import type { OutstandingFact } from "./outstanding.ts";
import type { IssuerReserveReport } from "./report.ts";

type Outstanding = IssuerReserveReport["outstanding"][number];

/** The CAIP-19 id of a currency's contract. */
const contractId = ({ chain, address }: Pick<Outstanding, "chain" | "address">): string =>
  formatAssetId({ chain, standard: "erc20", contract: address });

/** Notes what is wrong with the list of contracts, and, with facts, where chains say otherwise. */
export function checkOutstanding(
  findings: IssuerFindings,
  { outstanding, currency }: Pick<IssuerReserveReport, "outstanding" | "currency">,
  facts: readonly OutstandingFact[] | undefined,
): void {
  const known = new Map(facts?.map((fact) => [contractId(fact), fact]));
  const seen = new Set<string>();
  for (const [i, each] of inOrder(outstanding, canonicalJson)) {
    const contract = contractId(each);
    const path = pointer("/outstanding", i);
    if (seen.has(contract)) findings.add("issuer-contract-duplicate", path, contract);
    seen.add(contract);
    if (facts !== undefined) {
      compare(findings, path, each, known.get(contract), currency.decimals);
    }
  }
  for (const contract of [...known.keys()].sort()) {
    if (!seen.has(contract)) findings.add("issuer-contract-unlisted", "/outstanding", contract);
  }
}

function compare(
  findings: IssuerFindings,
  path: string,
  stated: Outstanding,
  fact: OutstandingFact | undefined,
  decimals: number,
): void {
  if (fact === undefined || fact.block.number !== stated.block.number) {
    findings.add("issuer-outstanding-unread", path, contractId(stated));
    return;
  }
  if (fact.block.hash !== stated.block.hash) {
    findings.add("issuer-block-differs", `${path}/block/hash`, fact.block.hash);
    return;
  }
  if (fact.units === undefined) {
    findings.add("issuer-contract-silent", path, contractId(stated));
    return;
  }
  if (fact.decimals !== undefined && fact.decimals !== decimals) {
    findings.add("issuer-decimals-differ", path, fact.decimals);
  }
  if (fact.units !== BigInt(stated.units)) {
    findings.add("issuer-outstanding-differs", `${path}/units`, fact.units);
  }
}
