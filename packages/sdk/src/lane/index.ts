/** The lane protocol: messages, heads, checkpoints, attestations. docs/reference/protocol.md */
export {
  type Attestation,
  joinSignatures,
  signCheckpoint,
  verifyAttestation,
} from "./attestation.ts";
export {
  CHECKPOINT_INTERVAL,
  CHECKPOINT_TYPES,
  type Checkpoint,
  checkpointDigest,
} from "./checkpoint.ts";
export {
  type CouncilActName,
  type CouncilActs,
  councilActDigest,
  councilActTypes,
  signCouncilAct,
} from "./council-act.ts";
export { gatewayDomain, zoneDomain } from "./domain.ts";
export {
  AttestationForgedError,
  InvalidSignatureError,
  InvalidValidatorSetError,
  InvalidZoneNameError,
  MessageInvalidError,
  MessageTrailingBytesError,
  MessageTruncatedError,
  MessageUnknownError,
  QuorumMissedError,
  UnknownValidatorError,
} from "./errors.ts";
export { appendHead, headsAfter } from "./head.ts";
export {
  HOLDING_CLAIM_TYPES,
  type Holding,
  type HoldingClaim,
  holdingClaimDigest,
  holdingLeaf,
  signHoldingClaim,
} from "./holding.ts";
export { type GatewayReference, type LaneReference, laneId, zoneId } from "./ids.ts";
export {
  REDIRECT_TYPES,
  type Redirect,
  redirectDigest,
  SEND_TYPES,
  type SendIntent,
  sendDigest,
  signRedirect,
  signSend,
} from "./intent.ts";
export {
  ASSET_CLASSES,
  type AssetClass,
  type CarriedAsset,
  type CarriedMetadata,
  type CollectionMessage,
  LIMITS,
  MESSAGE_KINDS,
  METADATA_FORMS,
  type Message,
  type MessageKind,
  type MetadataForm,
  PROTOCOL_VERSION,
  RETURN_REASONS,
  type ReturnMessage,
  type ReturnReason,
  STANDARDS,
  type TransferMessage,
} from "./message.ts";
export { decodeMessage, encodeMessage, hashMessage, MAX_MESSAGE_LENGTH } from "./message-codec.ts";
export { PAUSE_TYPES, type Pause, pauseDigest, signPause } from "./pause.ts";
export { ROTATION_TYPES, type Rotation, rotationDigest, signRotation } from "./rotation.ts";
export { compactSignature, recoverSigner } from "./signature.ts";
export type { StructTypes, TypedDataSigner } from "./typed-data.ts";
export { type MetadataRecord, metadataUri, RECORD_ZERO } from "./uri.ts";
export { hashValidatorSet, type ValidatorSet, validatorSet } from "./validator-set.ts";
