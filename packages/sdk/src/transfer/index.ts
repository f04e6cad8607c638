/** Transfers: send tokens to another chain of the zone, and follow them until they have arrived. */

export { type ArchivedMessage, anyArchive, type MessageArchive } from "./archive.ts";
export { fetchAttestations, readAttestations } from "./attestations.ts";
export { chainArchive } from "./chain-archive.ts";
export type { ProviderFor } from "./chain-logs.ts";
export { chainSource } from "./chain-source.ts";
export { type ClaimedTransfer, type ClaimOptions, claimTransfer } from "./claim.ts";
export { type DeliveredTransfer, type DeliverOptions, deliverTransfer } from "./deliver.ts";
export { type RedirectOptions, redirectTransfer, retryTransfer } from "./endings.ts";
export {
  InvalidTransferError,
  NotOwnerError,
  ProofIncompleteError,
  TransferNotFoundError,
  TransferNotWaitingError,
  TransferRefusedError,
  TransferSourceError,
  WrongChainError,
} from "./errors.ts";
export type { EvidenceOptions } from "./evidence.ts";
export { type FollowOptions, followTransfer } from "./follow.ts";
export { describeMessage } from "./message-status.ts";
export { nodeArchive } from "./node-archive.ts";
export type { NodeSourceOptions } from "./node-http.ts";
export { nodeSource } from "./node-source.ts";
export { isSentOn, passesThrough } from "./onward.ts";
export type { Returning, TransferProgress } from "./progress.ts";
export { type MessageProof, type ProofParts, proveMessage } from "./proof.ts";
export { standardOf, type TransferRequest } from "./request.ts";
export { describeRevert } from "./revert.ts";
export { type SentTransfer, sendTransfer } from "./send.ts";
export type { TransferSource } from "./source.ts";
export {
  type TransferState,
  type TransferStatus,
  transferStateSchema,
  transferStatusSchema,
} from "./status.ts";
export type { EndedTransfer, EndingOptions } from "./waiting.ts";
