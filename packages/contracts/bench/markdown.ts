import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../scripts/forge.ts";
import { bestOf, type Row } from "./print.ts";

const PAGE = join(PACKAGE_ROOT, "README.md");
const TABLE = /(<!-- gas -->\n)[\s\S]*?(<!-- \/gas -->)/;
const NUMBER = new Intl.NumberFormat("en");

/** The README with the figures that were measured. */
export function pageWith(rows: readonly Row[]): string {
  const page = readFileSync(PAGE, "utf8");
  if (!TABLE.test(page)) throw new Error("the README has no place for the gas table");
  return page.replace(TABLE, (_, begin, end) => `${begin}${tableOf(rows)}\n${end}`);
}

/** Whether the README says what was measured. */
export function isPageFresh(rows: readonly Row[]): boolean {
  return readFileSync(PAGE, "utf8") === pageWith(rows);
}

export function writePage(rows: readonly Row[]): void {
  writeFileSync(PAGE, pageWith(rows));
}

function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(({ row, ours, gas, peers, beside: other }) => {
    const best = peers ? bestOf(peers) : other;
    const beside = best ? `${NUMBER.format(best.gas)}, ${best.name}` : "";
    return `| ${row} | ${NUMBER.format(ours)} | ${NUMBER.format(gas)} | ${beside} |`;
  });
  return ["| | gas | at most | the best peer |", "|---|--:|--:|---|", ...lines].join("\n");
}
