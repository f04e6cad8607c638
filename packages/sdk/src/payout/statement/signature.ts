import { keccak256, TypedDataEncoder, toUtf8Bytes } from "ethers";
import {
  compactSignature,
  recoverSigner,
  type StructTypes,
  type TypedDataSigner,
  zoneDomain,
} from "../../lane/index.ts";
import {
  type Address,
  type Bytes32,
  canonicalJson,
  isSameAddress,
} from "../../primitives/index.ts";
import { partnerOf, type Zone, type ZonePartner } from "../../zone/index.ts";
import type { SignedStatement, Statement } from "./document/statement.ts";
import { StatementUntrustedError } from "./errors.ts";

const CREATOR_STATEMENT: StructTypes = {
  CreatorStatement: [
    { name: "zoneId", type: "bytes32" },
    { name: "validator", type: "address" },
    { name: "period", type: "string" },
    { name: "digest", type: "bytes32" },
  ],
};

/** What a statement says, without who signed for it. */
function contentOf(statement: Statement | SignedStatement): Statement {
  const { validator: _validator, signature: _signature, ...content } = statement as SignedStatement;
  return content;
}

/** The Keccak-256 hash of a statement's canonical JSON, signature aside: the same from every node that derives it. */
export function statementDigest(statement: Statement | SignedStatement): Bytes32 {
  return keccak256(toUtf8Bytes(canonicalJson(contentOf(statement)))) as Bytes32;
}

function typedValue(statement: Statement | SignedStatement, validator: Address) {
  const { zoneId, period } = statement;
  const digest = statementDigest(statement);
  return { zoneId, validator, period: `${period.from}/${period.to}`, digest };
}

/** Signs a statement for a validator of its zone, whose key the signer must have. */
export async function signStatement(
  signer: TypedDataSigner,
  validator: Address,
  statement: Statement,
): Promise<SignedStatement> {
  const value = typedValue(statement, validator);
  const domain = zoneDomain(statement.zoneId);
  const signature = await signer.signTypedData(domain, CREATOR_STATEMENT, value);
  return { ...contentOf(statement), validator, signature: compactSignature(signature) };
}

/**
 * Checks that a statement is of this zone and signed by the validator that it names, whose seat is in the zone.
 *
 * @throws StatementUntrustedError, InvalidSignatureError
 */
export function verifySigned(zone: Zone, statement: SignedStatement): ZonePartner {
  const { zoneId, validator, signature } = statement;
  if (zoneId !== zone.id) {
    throw new StatementUntrustedError("The statement is of another zone.", {
      details: [`Expected: ${zone.id}`, `Received: ${zoneId}`],
    });
  }
  const partner = partnerOf(zone, validator);
  if (partner === undefined) {
    throw new StatementUntrustedError("The statement is by nobody who has a seat in the zone.", {
      details: [`Named: ${validator}`],
    });
  }
  const value = typedValue(statement, validator);
  const hash = TypedDataEncoder.hash(zoneDomain(zoneId), CREATOR_STATEMENT, value) as Bytes32;
  const signer = recoverSigner(hash, signature);
  if (!isSameAddress(signer, validator)) {
    throw new StatementUntrustedError(
      "The statement was changed after it was signed, or signed by somebody else.",
      { details: [`Named: ${validator}`, `Signed by: ${signer}`] },
    );
  }
  return partner;
}
