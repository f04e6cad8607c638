/** Every way in which a gateway, or a token, says no. */
export type RefusalName =
  // lanes
  | "LaneNotOpen"
  | "LaneAlreadyOpen"
  | "LanePaused"
  | "LaneHalted"
  | "LaneNotHalted"
  | "LaneRetired"
  | "LaneClosed"
  // delivering and claiming
  | "SequenceGap"
  | "NothingToDeliver"
  | "AlreadyConsumed"
  | "MessageInvalid"
  | "QuorumMissing"
  // parked messages
  | "NotParked"
  | "NotEntitled"
  | "SignatureInvalid"
  | "Expired"
  // sending
  | "AssetCount"
  | "AmountInvalid"
  | "AccountZero"
  | "ReferenceTooLong"
  | "DeadlineOutOfBounds"
  | "DestinationInvalid"
  | "TokenUnknown"
  | "FeeWrong"
  | "QuotaSpent"
  | "NonceUsed"
  | "AmountOverLimit"
  | "UriTooLong"
  | "RecordsExhausted"
  | "CollectionUnknown"
  // entering
  | "TokenNotListed"
  | "ClassRefused"
  | "FungibleLike"
  | "PolicyRefused"
  | "LimitReached"
  | "CollectionQuarantined"
  // tokens
  | "NotHeld"
  | "VaultShort"
  | "AlreadyMinted"
  | "TokenFailed"
  | "AccountBlocked"
  | "ReceivedLess"
  | "RecipientRefuses"
  // council
  | "NonceWrong"
  | "EpochWrong"
  | "RotationPending"
  | "RotationTooFarAhead"
  | "SetInvalid"
  | "ActOutOfBounds"
  | "NotAValidator"
  | "PauseBudgetSpent"
  | "NoticeNotOver"
  | "ForkMismatch"
  | "NotAllDelivered"
  | "NoWindDown"
  | "WindDownStands"
  | "LeafUnknown"
  | "LeafClaimed"
  | "ChallengeFails";

/** Thrown inside a step, where everything done so far is undone; never leaves the model. */
export class Refusal extends Error {
  readonly refusal: RefusalName;
  /** A policy's own words, or what was expected. */
  readonly detail: string;

  constructor(refusal: RefusalName, detail = "") {
    super(detail === "" ? refusal : `${refusal}: ${detail}`);
    this.refusal = refusal;
    this.detail = detail;
  }
}

/** Refuses unless the condition holds. */
export function ensure(
  condition: boolean,
  refusal: RefusalName,
  detail?: string,
): asserts condition {
  if (!condition) throw new Refusal(refusal, detail);
}
