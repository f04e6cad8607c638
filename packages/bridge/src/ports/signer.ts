import type {
  Attestation,
  Checkpoint,
  CouncilActName,
  CouncilActs,
  GatewayReference,
  Pause,
  Rotation,
} from "@ryugu/sdk/lane";
import type { Statement } from "@ryugu/sdk/payout/statement";
import type { Address, Hex } from "@ryugu/sdk/primitives";
import type { ClaimCertificateBody, ReserveStatementBody } from "@ryugu/sdk/reserves";
import type { ManifestBody } from "@ryugu/sdk/zone";

/** A validator's key, wherever it is kept. Whoever calls it has passed the never-two-heads guard. */
export interface CheckpointSigner {
  readonly validator: Address;
  /**
   * Ends within a bounded time.
   *
   * @throws SignerUnavailableError when the key's keeper is away: ask again later
   * @throws SigningRefusedError when the key's keeper will not sign this, now or ever
   */
  sign(checkpoint: Checkpoint): Promise<Attestation>;
}

/** One decision of the council on one gateway. */
export type CouncilDecision = {
  [Name in CouncilActName]: {
    on: GatewayReference;
    nonce: number;
    name: Name;
    act: CouncilActs[Name];
  };
}[CouncilActName];

/**
 * What a validator signs besides checkpoints, by kind. The list is closed: a keeper of keys signs what
 * it understands and nothing else, never a bare digest. A new kind takes an entry here, one in
 * `signer/typed-signer.ts` (how it becomes EIP-712) and one in `signer/rules.ts` (what a remote keeper
 * checks before it signs).
 */
export interface SignedDocuments {
  "council-act": CouncilDecision;
  pause: { on: GatewayReference; pause: Pause };
  rotation: Rotation;
  manifest: ManifestBody;
  statement: ReserveStatementBody;
  certificate: ClaimCertificateBody;
  "creator-statement": Statement;
}

/** The name of a kind of {@link SignedDocuments}. */
export type DocumentKind = keyof SignedDocuments;

/** A validator's key with everything that it may sign. The attester needs only {@link CheckpointSigner}. */
export interface ValidatorSigner extends CheckpointSigner {
  /**
   * Signs one document: 64 bytes (EIP-2098), by the EIP-712 types that the SDK gives this kind.
   *
   * @throws SignerUnavailableError, SigningRefusedError
   */
  signDocument<Kind extends DocumentKind>(
    kind: Kind,
    document: SignedDocuments[Kind],
  ): Promise<Hex>;
}
