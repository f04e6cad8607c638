/** Transfers: send tokens to another chain of the zone, and follow them until they have arrived. */
export { chainSource, type ProviderFor } from "./chain-source.ts";
export {
  InvalidTransferError,
  NotOwnerError,
  TransferNotFoundError,
  TransferRefusedError,
  TransferSourceError,
  WrongChainError,
} from "./errors.ts";
export { type FollowOptions, followTransfer } from "./follow.ts";
export { describeMessage } from "./message-status.ts";
export { type NodeSourceOptions, nodeSource } from "./node-source.ts";
export { isSentOn, passesThrough } from "./onward.ts";
export { describeRevert } from "./revert.ts";
export { type SentTransfer, sendTransfer, type TransferRequest } from "./send.ts";
export type { TransferSource } from "./source.ts";
export {
  type TransferState,
  type TransferStatus,
  transferStateSchema,
  transferStatusSchema,
} from "./status.ts";
