/** Rules that a test may break on purpose, to see that the laws notice. Every one is true in the protocol. */
export interface Rules {
  /** Ordered delivery skips what was claimed. */
  readonly skipsClaimed: boolean;
  /** A claim is refused for what was consumed. */
  readonly claimsOnce: boolean;
  /** Deliveries, claims and acts need a quorum of the current set. */
  readonly needsQuorum: boolean;
  /** Checkpoints of an older anchor are void. */
  readonly voidsOldAnchors: boolean;
  /** A parked message is cleared before it is carried out. */
  readonly clearsParked: boolean;
  /** What is sent leaves its holder. */
  readonly takesOnSend: boolean;
  /** A release comes out of the vault of the chain that it came from. */
  readonly paysFromOwnVault: boolean;
  /** A Forward or Return that passes through home moves its tokens between vaults. */
  readonly movesBetweenVaults: boolean;
  /** An ended message is not carried out as well. */
  readonly returnsInstead: boolean;
  /** A failed message leaves nothing behind. */
  readonly failsWholly: boolean;
  /** What a token took on its way is noticed. */
  readonly measuresReceipts: boolean;
  /** The policy is not asked on the way home. */
  readonly exitsFreely: boolean;
  /** A retired lane still takes representations home. */
  readonly exitsRetiredLanes: boolean;
  /** Only who would receive a parked message may redirect it. */
  readonly checksEntitlement: boolean;
  /** A leaf pays once. */
  readonly paysLeavesOnce: boolean;
  /** A validator's pauses are counted. */
  readonly countsPauses: boolean;
  /** A used intent is not used again. */
  readonly spendsNonces: boolean;
  /** A window begins with the first message after the last one ended. No law needs it: contracts do. */
  readonly opensWindows: boolean;
  /** A message of a lost fork that was parked is forgotten, and arrives if it comes again. */
  readonly forgetsLostParked: boolean;
  /** Who sent a Forward whose way back and way on are closed gets it out at home. */
  readonly releasesStranded: boolean;
}

export const RULES: Rules = {
  skipsClaimed: true,
  claimsOnce: true,
  needsQuorum: true,
  voidsOldAnchors: true,
  clearsParked: true,
  takesOnSend: true,
  paysFromOwnVault: true,
  movesBetweenVaults: true,
  returnsInstead: true,
  failsWholly: true,
  measuresReceipts: true,
  exitsFreely: true,
  exitsRetiredLanes: true,
  checksEntitlement: true,
  paysLeavesOnce: true,
  countsPauses: true,
  spendsNonces: true,
  opensWindows: true,
  forgetsLostParked: true,
  releasesStranded: true,
};
