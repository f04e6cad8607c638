/**
 * What transfers ask and hear of a gateway, in ethers' human-readable form: the whole ABI would be most of what a page
 * loads. A test holds it against the contracts'.
 */
export const GATEWAY_ABI = [
  "function send((uint64 destinationChainId, address token, uint256[] ids, uint256[] amounts, address recipient, address refundAccount, uint40 deadline, bytes ref) request) payable returns (bytes32 messageId)",
  "function deliver(bytes32 laneId, uint64 firstSequence, bytes[] messages, bytes32[] tailHashes, bytes signatures)",
  "function claim(bytes32 laneId, uint64 checkpointSequence, bytes32 priorHead, bytes message, bytes32[] tailHashes, bytes signatures)",
  "function retry(bytes32 laneId, bytes32 messageId, bytes message)",
  "function redirect(bytes32 laneId, bytes32 messageId, bytes message, address recipient, uint40 expiry, bytes signature)",
  "function termsOf(uint64 counterpartChainId) view returns ((uint96 fee, address collector, uint32 quota))",
  "function representationOf(uint64 homeChainId, address homeToken, uint8 standard) view returns (address)",
  "function homeOf(address representation) view returns (uint64 homeChainId, address homeToken, uint8 standard)",
  "function inboundLane(bytes32 laneId) view returns ((bytes32 head, uint64 delivered, uint64 anchor, uint64 originChainId, uint32 claimedAhead, uint40 pausedUntil, bool halted, bool closed))",
  "function isConsumed(bytes32 laneId, uint64 sequence, bytes32 messageId) view returns (bool)",
  "function parkedMessage(bytes32 messageId) view returns (bytes32 commitment)",
  "event MessageSent(bytes32 indexed laneId, uint64 indexed sequence, bytes32 indexed messageId, bytes message)",
  "event MessagesDelivered(bytes32 indexed laneId, uint64 first, uint64 last, bytes32 head)",
  "event MessageClaimed(bytes32 indexed laneId, uint64 indexed sequence, bytes32 indexed messageId)",
  "event MessageParked(bytes32 indexed laneId, uint64 indexed sequence, bytes32 indexed messageId, bytes reason)",
  "event MessageRetried(bytes32 indexed laneId, bytes32 indexed messageId)",
  "event MessageRedirected(bytes32 indexed laneId, bytes32 indexed messageId, address recipient)",
  "event MessageReturned(bytes32 indexed laneId, bytes32 indexed messageId, bytes32 indexed returnId)",
] as const;

/** Of a representation: what tells whether a metadata record has come. */
export const REPRESENTATION_ABI = [
  "function metadataRecord(uint16 number) view returns (string prefix, string suffix, address royaltyReceiver, uint16 royaltyBps)",
] as const;
