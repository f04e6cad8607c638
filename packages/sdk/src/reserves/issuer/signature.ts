import { keccak256, type TypedDataDomain, TypedDataEncoder, toUtf8Bytes } from "ethers";
import {
  compactSignature,
  recoverSigner,
  type StructTypes,
  type TypedDataSigner,
} from "../../lane/index.ts";
import {
  type Address,
  type Bytes32,
  canonicalJson,
  hex,
  isSameAddress,
} from "../../primitives/index.ts";
import type { IssuerReserveReport, IssuerReserveReportBody } from "./report.ts";

/** Of no zone: an issuer's word is the same in each. */
const DOMAIN: TypedDataDomain = { name: "Ryugu", version: "1" };

/** What a signer should be shown, and the hash of everything else. */
const REPORT: StructTypes = {
  IssuerReserveReport: [
    { name: "account", type: "address" },
    { name: "asOf", type: "string" },
    { name: "outstanding", type: "string" },
    { name: "holdings", type: "string" },
    { name: "digest", type: "bytes32" },
  ],
};

/**
 * Whose a report is. `verified`: the account that it names signed exactly this. `wrong`: it did not. `unverifiable`: the account is
 * a contract, which alone can say (ERC-1271) and was not asked.
 */
export type IssuerSignatureState = "verified" | "wrong" | "unverifiable";

/** The EIP-712 digest that an issuer signs: `isValidSignature` of a contract account takes it too (ERC-1271). */
export function issuerReserveDigest(body: IssuerReserveReportBody): Bytes32 {
  return TypedDataEncoder.hash(DOMAIN, REPORT, typedValue(body)) as Bytes32;
}

/**
 * Signs a report. The signer must be the account that it names.
 *
 * @throws InvalidSignatureError where a key's signature is none, InvalidHexError where a contract's is no bytes
 *
 * @example
 * const report = await signIssuerReserveReport(wallet, body);
 */
export async function signIssuerReserveReport(
  signer: TypedDataSigner,
  body: IssuerReserveReportBody,
): Promise<IssuerReserveReport> {
  const signature = await signer.signTypedData(DOMAIN, REPORT, typedValue(body));
  const isKey = body.issuer.chain === undefined;
  return { ...body, signature: isKey ? compactSignature(signature) : hex(signature) };
}

/**
 * Whom a report's signature recovers to, and what that says; a contract's signature recovers to nobody.
 *
 * @param contractSigned - what the account says, where it is a contract that was asked
 */
export function issuerSignature(
  report: IssuerReserveReport,
  contractSigned?: boolean,
): { state: IssuerSignatureState; signer: Address | undefined } {
  const { signature, ...body } = report;
  const signer = recovered(issuerReserveDigest(body), signature);
  if (signer !== undefined && isSameAddress(signer, body.issuer.account)) {
    return { state: "verified", signer };
  }
  if (body.issuer.chain === undefined) return { state: "wrong", signer };
  if (contractSigned === undefined) return { state: "unverifiable", signer };
  return { state: contractSigned ? "verified" : "wrong", signer };
}

function typedValue(body: IssuerReserveReportBody) {
  const digest = keccak256(toUtf8Bytes(canonicalJson(body))) as Bytes32;
  const { issuer, asOf, totals } = body;
  return { account: issuer.account, asOf, ...totals, digest };
}

function recovered(digest: Bytes32, signature: string): Address | undefined {
  try {
    return recoverSigner(digest, signature);
  } catch {
    return undefined;
  }
}
