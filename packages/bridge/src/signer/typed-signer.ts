import {
  type StructTypes,
  signCheckpoint,
  signCouncilAct,
  signPause,
  signRotation,
} from "@ryugu/sdk/lane";
import { signStatement as signCreatorStatement } from "@ryugu/sdk/payout/statement";
import { type Address, address, type Bytes32, type Hex } from "@ryugu/sdk/primitives";
import { signClaimCertificate, signStatement } from "@ryugu/sdk/reserves";
import { signManifest } from "@ryugu/sdk/zone";
import type { TypedDataDomain } from "ethers";
import type { DocumentKind, SignedDocuments, ValidatorSigner } from "../ports/signer.ts";

/** EIP-712 data with what its digests stand for, where it holds digests of something longer. */
export interface TypedRequest {
  domain: TypedDataDomain;
  types: StructTypes;
  value: Record<string, unknown>;
  document?: unknown;
}

/** A key that signs EIP-712 data: in this process's memory, or in another process. */
export interface TypedAccount {
  readonly account: Address;
  /** @returns a signature of 64 or 65 bytes */
  signTyped(request: TypedRequest): Promise<string>;
}

/** What the SDK's signing functions ask for. */
type SdkSigner = Parameters<typeof signCheckpoint>[0];

/** How each kind becomes EIP-712 data. */
const SIGN: {
  [Kind in DocumentKind]: (
    signer: SdkSigner,
    zoneId: Bytes32,
    document: SignedDocuments[Kind],
  ) => Promise<Hex>;
} = {
  "council-act": (signer, zoneId, { on, nonce, name, act }) =>
    signCouncilAct(signer, zoneId, on, nonce, name, act),
  pause: (signer, zoneId, { on, pause }) => signPause(signer, zoneId, on, pause),
  rotation: signRotation,
  manifest: async (signer, _, body) => (await signManifest(signer, body)).signature,
  statement: async (signer, _, body) => (await signStatement(signer, body)).signature,
  certificate: async (signer, _, body) => (await signClaimCertificate(signer, body)).signature,
  "creator-statement": async (signer, _, statement) => {
    const validator = address(await signer.getAddress());
    return (await signCreatorStatement(signer, validator, statement)).signature;
  },
};

/** Everything that a validator signs, by a key that signs EIP-712 data. */
export function typedSigner(zoneId: Bytes32, key: TypedAccount): ValidatorSigner {
  const signing = (document?: unknown): SdkSigner => ({
    getAddress: async () => key.account,
    signTypedData: (domain, types, value) =>
      key.signTyped({ domain, types, value, ...(document === undefined ? {} : { document }) }),
  });
  return {
    validator: key.account,
    sign: (checkpoint) => signCheckpoint(signing(), zoneId, checkpoint),
    signDocument: (kind, document) => SIGN[kind](signing(document), zoneId, document),
  };
}
