import { keccak256, TypedDataEncoder, toUtf8Bytes } from "ethers";
import {
  compactSignature,
  recoverSigner,
  type StructTypes,
  type TypedDataSigner,
  zoneDomain,
} from "../lane/index.ts";
import { type Bytes32, canonicalJson, isSameAddress } from "../primitives/index.ts";
import { partnerOf, type Zone, type ZonePartner } from "../zone/index.ts";
import type { ClaimCertificate, ClaimCertificateBody } from "./certificate.ts";
import { ReservesUntrustedError } from "./errors.ts";
import type { ReserveStatement, ReserveStatementBody } from "./statement.ts";

/** What a node says of reserves, before it is signed. */
type Body = ReserveStatementBody | ClaimCertificateBody;

const STATEMENT: StructTypes = {
  ReserveStatement: [
    { name: "zoneId", type: "bytes32" },
    { name: "validator", type: "address" },
    { name: "day", type: "string" },
    { name: "digest", type: "bytes32" },
  ],
};

const CERTIFICATE: StructTypes = {
  ClaimCertificate: [
    { name: "zoneId", type: "bytes32" },
    { name: "validator", type: "address" },
    { name: "holder", type: "address" },
    { name: "digest", type: "bytes32" },
  ],
};

/** The typed data of a document: its canonical JSON's hash, and what a signer should be shown. */
function typedData(body: Body): { types: StructTypes; value: object } {
  const { zoneId, validator } = body;
  const digest = keccak256(toUtf8Bytes(canonicalJson(body))) as Bytes32;
  return "day" in body
    ? { types: STATEMENT, value: { zoneId, validator, day: body.day, digest } }
    : { types: CERTIFICATE, value: { zoneId, validator, holder: body.holder, digest } };
}

/** The EIP-712 digest that a validator signs on a statement or certificate. */
export function reservesDigest(body: Body): Bytes32 {
  const { types, value } = typedData(body);
  return TypedDataEncoder.hash(zoneDomain(body.zoneId), types, value) as Bytes32;
}

/** Signs a statement. The signer must be the validator that it names. */
export async function signStatement(
  signer: TypedDataSigner,
  body: ReserveStatementBody,
): Promise<ReserveStatement> {
  return { ...body, signature: await signBody(signer, body) };
}

/** Signs a certificate. The signer must be the validator that it names. */
export async function signClaimCertificate(
  signer: TypedDataSigner,
  body: ClaimCertificateBody,
): Promise<ClaimCertificate> {
  return { ...body, signature: await signBody(signer, body) };
}

async function signBody(signer: TypedDataSigner, body: Body) {
  const { types, value } = typedData(body);
  return compactSignature(await signer.signTypedData(zoneDomain(body.zoneId), types, value));
}

/**
 * Checks that a document is of this zone and signed by the validator that it names, whose seat is in the zone.
 *
 * @throws ReservesUntrustedError, InvalidSignatureError
 */
export function verifySigned(
  zone: Zone,
  document: ReserveStatement | ClaimCertificate,
): ZonePartner {
  const { signature, ...body } = document;
  if (body.zoneId !== zone.id) {
    throw new ReservesUntrustedError("The document is of another zone.", {
      details: [`Expected: ${zone.id}`, `Received: ${body.zoneId}`],
    });
  }
  const partner = partnerOf(zone, body.validator);
  if (partner === undefined) {
    throw new ReservesUntrustedError("The document is by nobody who has a seat in the zone.", {
      details: [`Named: ${body.validator}`],
    });
  }
  const signer = recoverSigner(reservesDigest(body), signature);
  if (!isSameAddress(signer, body.validator)) {
    throw new ReservesUntrustedError(
      "The document was changed after it was signed, or signed by somebody else.",
      { details: [`Named: ${body.validator}`, `Signed by: ${signer}`] },
    );
  }
  return partner;
}
