import {
  checkIssuerReserveReport,
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
  rpc?: readonly string[];
  maxAge?: string;
}

/** `ryugu reserves issuer check` */
export async function checkIssuer(
  cli: Cli,
  source: string,
  options: IssuerOptions,
): Promise<Outcome> {
  const maxAge =
    options.maxAge === undefined ? {} : { maxAge: parseSpan(options.maxAge, "--max-age") };
  const report = readIssuerReserveReport(await readTextSource(cli, source, MAX_REPORT));
  const onChain = options.rpc && (await readFacts(cli, report, options.rpc));
  const found = checkIssuerReserveReport(report, {
    now: cli.now() / 1_000,
    ...maxAge,
    ...(onChain && { onChain }),
  });
  return {
    json: { source, ...found, ...(onChain && { onChain }), report },
    view: issuerView(source, report, found, languageOf(cli.env), onChain),
    exitCode: isSound(found) ? EXIT.ok : EXIT.negative,
  };
}

/** Whether nothing is wrong; warnings are for a person to weigh. */
export function isSound({ findings }: IssuerReserveCheck): boolean {
  return findings.every(({ severity }) => severity !== "error");
}
