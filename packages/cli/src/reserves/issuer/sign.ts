import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { isSameAddress, parseJson, parseShape } from "@ryugu/sdk/primitives";
import {
  checkIssuerReserveReport,
  type IssuerReserveReportBody,
  issuerReserveReportBodySchema,
  signIssuerReserveReport,
} from "@ryugu/sdk/reserves";
import type { Cli } from "../../cli.ts";
import { UsageError } from "../../errors.ts";
import { EXIT } from "../../exit-code.ts";
import { isWebAddress, readTextSource } from "../../input/read-source.ts";
import { loadPayer, type PayerOptions } from "../../keys/load-key.ts";
import type { Outcome } from "../../outcome.ts";
import { languageOf } from "../../output/finding-view.ts";
import { safeJson } from "../../output/safe.ts";
import { MAX_REPORT } from "./check.ts";
import { issuerView } from "./view.ts";

/** `ryugu reserves issuer sign`. Signs also what the check flags: a shortfall is to be reported too. */
export async function signIssuer(
  cli: Cli,
  source: string,
  options: PayerOptions & { out?: string },
): Promise<Outcome> {
  const out = targetOf(source, options.out);
  const body = await readBody(cli, source);
  const key = await loadPayer(cli, options);
  assertSigner(body, key.address);
  const report = await signIssuerReserveReport(key, body);
  await writeFile(resolve(cli.cwd, out), `${safeJson(report, 2)}\n`);
  const found = checkIssuerReserveReport(report, { now: cli.now() / 1_000 });
  return {
    json: { file: out, signer: key.address, ...found },
    view: issuerView(out, report, found, languageOf(cli.env)),
    exitCode: EXIT.ok,
  };
}

/** Where the report goes: back to its file, which standard input and web addresses are not. */
function targetOf(source: string, out: string | undefined): string {
  if (out !== undefined) return out;
  if (source !== "-" && !isWebAddress(source)) return source;
  throw new UsageError("Say where to write the signed report: --out <file>.");
}

/** Reads a report that is not signed yet, or whose signature is to be replaced. */
async function readBody(cli: Cli, source: string): Promise<IssuerReserveReportBody> {
  const json = parseJson(await readTextSource(cli, source, MAX_REPORT), MAX_REPORT);
  const isObject = typeof json === "object" && json !== null && !Array.isArray(json);
  const { signature: _, ...unsigned } = isObject ? json : {};
  return parseShape(
    issuerReserveReportBodySchema,
    isObject ? unsigned : json,
    "The issuer's reserve report",
  );
}

function assertSigner({ issuer }: IssuerReserveReportBody, signer: string): void {
  if (issuer.chain !== undefined) {
    throw new UsageError("The issuer's account is a contract, which signs by its own means.", {
      details: [`Account: ${issuer.account} on ${issuer.chain}`],
    });
  }
  if (isSameAddress(issuer.account, signer)) return;
  throw new UsageError("The key is not the account that the report names.", {
    details: [`The report: ${issuer.account}`, `The key: ${signer}`, "Nothing was signed."],
  });
}
