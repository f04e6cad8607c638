/** Why a message is parked, as far as it makes a difference to the person whose item it carries. */
export const PARKED_REASONS = [
  "limit",
  "stopped",
  "refused",
  "way-closed",
  "collection-unknown",
  "already-there",
  "not-handed-over",
  "recipient",
  "unreadable",
  "unknown",
] as const;
/** See {@link PARKED_REASONS}. */
export type ParkedReason = (typeof PARKED_REASONS)[number];

/** The errors by which a gateway, its custody, a vault, a representation or a usual ERC-721 contract says it. */
const BY_ERROR: Readonly<Record<string, ParkedReason>> = {
  LimitReached: "limit",
  CollectionQuarantined: "stopped",
  PolicyRefused: "refused",
  ClassRefused: "refused",
  TokenNotListed: "refused",
  LaneIsRetired: "way-closed",
  LaneIsPaused: "way-closed",
  LaneIsClosed: "way-closed",
  LaneNotOpen: "way-closed",
  CollectionUnknown: "collection-unknown",
  TokenExists: "already-there",
  TokenAlreadyExists: "already-there",
  TokenNotReleased: "not-handed-over",
  AmountNotReleased: "not-handed-over",
  RecipientInvalid: "recipient",
  TransferToZeroAddress: "recipient",
  TransferToNonERC721ReceiverImplementer: "recipient",
  ERC721InvalidReceiver: "recipient",
  ERC1155InvalidReceiver: "recipient",
  KindUnsupported: "unreadable",
  StandardUnsupported: "unreadable",
  MessageMalformed: "unreadable",
  MessageMisdirected: "unreadable",
  AssetsMalformed: "unreadable",
  UriTooLong: "unreadable",
  UrisTooLong: "unreadable",
};

/**
 * What a message's reason means for a person: the error's name decides, its arguments do not. Whatever is not known,
 * such as an error of the token's own contract or the reason of a newer gateway, is `unknown`.
 *
 * @param detail - as the chain or a node tells it: `LimitReached(0x…, 1700000000)`, raw data, or a sentence
 */
export function parkedReason(detail: string | undefined): ParkedReason {
  const name = /^([A-Za-z0-9_]+)\(/.exec(detail ?? "")?.[1] ?? "";
  return (Object.hasOwn(BY_ERROR, name) ? BY_ERROR[name] : undefined) ?? "unknown";
}
