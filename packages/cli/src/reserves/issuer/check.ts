import { address } from "@ryugu/sdk/primitives";
import {
  checkIssuerReserveReport,
  type IssuerCheckOptions,
  type IssuerReserveCheck,
  readIssuerReserveReport,
} from "@ryugu/sdk/reserves";
import type { Cli } from "../../cli.ts";
import { EXIT } from "../../exit-code.ts";
import { readTextSource } from "../../input/read-source.ts";
import { parseSpan } from "../../input/time.ts";
import type { Outcome } from "../../outcome.ts";
import { languageOf } from "../../output/finding-view.ts";
import { readFacts } from "./facts.ts";
import { issuerView } from "./view.ts";

/** No report is larger, in bytes. */
export const MAX_REPORT = 4_000_000;

/** What a person typed after `reserves issuer check`. */
export interface IssuerOptions {
  account?: string;
  rpc?: readonly string[];
  maxAge?: string;
}

/** `ryugu reserves issuer check` */
export async function checkIssuer(
  cli: Cli,
  source: string,
  options: IssuerOptions,
): Promise<Outcome> {
  const known = knownBy(options);
  const report = readIssuerReserveReport(await readTextSource(cli, source, MAX_REPORT));
  const facts = await readFacts(cli, report, options.rpc ?? []);
  const found = checkIssuerReserveReport(report, { now: cli.now() / 1_000, ...known, ...facts });
  return {
    json: { source, ...found, ...facts, report },
    view: issuerView(source, report, found, languageOf(cli.env), facts.onChain),
    exitCode: isSound(found) ? EXIT.ok : EXIT.negative,
  };
}

/** What the reader knows beforehand. */
function knownBy({ account, maxAge }: IssuerOptions): Partial<IssuerCheckOptions> {
  return {
    ...(account !== undefined && { account: address(account) }),
    ...(maxAge !== undefined && { maxAge: parseSpan(maxAge, "--max-age") }),
  };
}

/** Whether nothing is wrong; warnings are for a person to weigh. */
function isSound({ findings }: IssuerReserveCheck): boolean {
  return findings.every(({ severity }) => severity !== "error");
}
