import { parseJson, parseShape } from "../primitives/index.ts";
import type { Zone, ZonePartner } from "../zone/index.ts";
import { type ClaimCertificate, claimCertificateSchema } from "./certificate.ts";
import {
  checkChains,
  checkCollections,
  checkHomes,
  checkLanes,
  checkReserve,
} from "./consistency.ts";
import { ReservesContradictoryError } from "./errors.ts";
import { verifySigned } from "./signature.ts";
import { type ReserveStatement, reserveStatementSchema } from "./statement.ts";

/** The largest document that is read, in characters. */
const MAX_DOCUMENT = 64_000_000;

/**
 * Reads and verifies a validator's daily statement, without any network: that it is of this zone, signed by a validator who has a
 * seat there, unchanged, and adds up. Whether it is true only the chains can say: ask their blocks, or another validator.
 *
 * @param source - the statement as JSON text or as parsed JSON
 * @returns the statement, and the partner whose it is
 * @throws InvalidJsonError, InvalidShapeError, InvalidSignatureError, NotInZoneError, ReservesUntrustedError,
 * ReservesContradictoryError
 *
 * @example
 * const { statement, partner } = verifyStatement(zone, await response.text());
 */
export function verifyStatement(
  zone: Zone,
  source: unknown,
): { statement: ReserveStatement; partner: ZonePartner } {
  const statement = parseShape(reserveStatementSchema, read(source), "The reserve statement");
  const partner = verifySigned(zone, statement);
  const { chains, reserves, unread, lanes, day, issuedAt } = statement;
  checkChains(zone, chains);
  checkCollections(reserves, chains);
  for (const reserve of reserves) checkReserve(reserve);
  for (const { homeChain, counterpartChain } of unread) {
    checkChains(zone, [{ id: homeChain }, { id: counterpartChain }]);
  }
  checkLanes(zone, lanes);
  if (issuedAt.slice(0, 10) < day) {
    throw new ReservesContradictoryError("The statement was issued before its day.", {
      details: [`Day: ${day}`, `Issued: ${issuedAt}`],
    });
  }
  return { statement, partner };
}

/**
 * Reads and verifies a claim certificate, without any network, as {@link verifyStatement}.
 *
 * @param source - the certificate as JSON text or as parsed JSON
 * @returns the certificate, and the partner whose word it is
 * @throws InvalidJsonError, InvalidShapeError, InvalidSignatureError, NotInZoneError, ReservesUntrustedError,
 * ReservesContradictoryError
 *
 * @example
 * const { certificate } = verifyClaimCertificate(zone, await response.text());
 */
export function verifyClaimCertificate(
  zone: Zone,
  source: unknown,
): { certificate: ClaimCertificate; partner: ZonePartner } {
  const certificate = parseShape(claimCertificateSchema, read(source), "The claim certificate");
  const partner = verifySigned(zone, certificate);
  checkChains(zone, certificate.chains);
  checkCollections(certificate.holdings, certificate.chains);
  checkHomes(certificate.atHome, certificate.chains);
  return { certificate, partner };
}

const read = (source: unknown): unknown =>
  typeof source === "string" ? parseJson(source, MAX_DOCUMENT) : source;
