import { parseJson } from "@ryugu/sdk/primitives";
import {
  type ReserveStatement,
  verifyClaimCertificate,
  verifyStatement,
} from "@ryugu/sdk/reserves";
import type { Zone } from "@ryugu/sdk/zone";
import type { Cli } from "../cli.ts";
import { EXIT } from "../exit-code.ts";
import { readTextSource } from "../input/read-source.ts";
import type { Outcome } from "../outcome.ts";
import { openZone, type ZoneOptions } from "../zone/open-zone.ts";
import { certificateView } from "./certificate-view.ts";
import { statementView } from "./statement-view.ts";

/** No document is larger, in bytes. */
const MAX_DOCUMENT = 64_000_000;

/** `ryugu reserves verify` */
export async function verifyReserves(
  cli: Cli,
  source: string,
  options: ZoneOptions,
): Promise<Outcome> {
  const { zone } = await openZone(cli, options);
  const document = parseJson(await readTextSource(cli, source, MAX_DOCUMENT), MAX_DOCUMENT);
  return isCertificate(document)
    ? verifiedCertificate(zone, source, document)
    : verifiedStatement(zone, source, document);
}

function verifiedStatement(zone: Zone, source: string, document: unknown): Outcome {
  const { statement, partner } = verifyStatement(zone, document);
  const missing = missingIn(statement);
  return {
    json: { source, kind: "statement", verified: true, partner: partner.name, missing, statement },
    view: statementView(zone, statement, partner),
    exitCode: missing === 0 ? EXIT.ok : EXIT.negative,
  };
}

function verifiedCertificate(zone: Zone, source: string, document: unknown): Outcome {
  const { certificate, partner } = verifyClaimCertificate(zone, document);
  return {
    json: { source, kind: "certificate", verified: true, partner: partner.name, certificate },
    view: certificateView(zone, certificate, partner),
    exitCode: EXIT.ok,
  };
}

/** How many reserves are wanting by the statement's own word. */
function missingIn({ reserves }: ReserveStatement): number {
  return reserves.filter(({ state }) => state === "short" || state === "over-issued").length;
}

function isCertificate(document: unknown): boolean {
  const schema =
    typeof document === "object" && document !== null && "schema" in document
      ? document.schema
      : undefined;
  return typeof schema === "string" && schema.startsWith("ryugu-claim-certificate/");
}
