/** Transfers: send tokens to another chain of the zone, and follow them until they have arrived. */

export {
  type LogFilter,
  LogsRefusedError,
  type RawLog,
  readLogs,
  readLogsBackTo,
} from "../primitives/index.ts";
export { type ArchivedMessage, anyArchive, type MessageArchive } from "./archive.ts";
export { fetchAttestations, readAttestations } from "./attestations.ts";
export { chainArchive } from "./chain-archive.ts";
export type { ProviderFor } from "./chain-logs.ts";
export { chainSource } from "./chain-source.ts";
export { type ClaimedTransfer, type ClaimOptions, claimCalls, claimTransfer } from "./claim.ts";
export {
  type DeliveredTransfer,
  type DeliverOptions,
  deliverCalls,
  deliverTransfer,
} from "./deliver.ts";
export {
  type RedirectOptions,
  redirectCall,
  redirectTransfer,
  retryCall,
  retryTransfer,
} from "./endings.ts";
export {
  InvalidTransferError,
  NotOwnerError,
  ProofIncompleteError,
  TransferNotFoundError,
  TransferNotWaitingError,
  TransferRefusedError,
  TransferSourceError,
  WebhookForgedError,
  WebhookStaleError,
  WrongChainError,
} from "./errors.ts";
export type { EvidenceOptions } from "./evidence.ts";
export { type FollowOptions, followTransfer } from "./follow.ts";
export type { GatewayArgument, GatewayCall, GatewayFunction } from "./gateway-call.ts";
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
export {
  type VerifyWebhookOptions,
  verifyWebhook,
  verifyWebhookSignature,
  type WebhookMessage,
  type WebhookRequest,
  webhookMessageSchema,
} from "./webhook.ts";
