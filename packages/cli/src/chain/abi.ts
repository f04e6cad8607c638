/**
 * The few functions that the command calls on contracts, in ethers' human-readable form. They are part of
 * `packages/contracts`, and a test holds them against its ABIs.
 */

/** Of `IERC721Metadata`: any NFT collection. */
export const ERC721_ABI = [
  "function ownerOf(uint256 tokenId) view returns (address)",
  "function tokenURI(uint256 tokenId) view returns (string)",
  "function name() view returns (string)",
  "function symbol() view returns (string)",
] as const;

/** Of `IGateway`: where things are. */
export const GATEWAY_ABI = [
  "function isConsumed(bytes32 laneId, uint64 sequence, bytes32 messageId) view returns (bool)",
  "function parkedMessage(bytes32 messageId) view returns (bytes32 commitment)",
  "function vaultOf(uint64 counterpartChainId) view returns (address)",
  "function representationOf(uint64 homeChainId, address homeToken, uint8 standard) view returns (address)",
  "function homeOf(address representation) view returns (uint64 homeChainId, address homeToken, uint8 standard)",
] as const;

/** Of `ICouncil` and `ILanes`: what a gateway says of its council, and what a quorum has it do. */
export const COUNCIL_ABI = [
  "function validatorSet() view returns (uint64 epoch, bytes32 setHash, uint16 quorum, address[] validators)",
  "function councilNonce() view returns (uint64)",
  "function counterparts() view returns (uint64[] chainIds)",
  "function rotate(address[] validators, uint16 k, uint40 validFrom, bytes signatures)",
  "function openLane(uint64 epoch, uint64 counterpartChainId, address counterpartGateway, bytes signatures)",
  "function retireLane(uint64 counterpartChainId, bytes signatures)",
  "function setTerms(uint64 counterpartChainId, uint96 fee, address collector, uint32 quota, bytes signatures)",
  "function setLimit(address token, uint88 cap, uint16 windowMinutes, bytes signatures)",
  "function setDefaultLimit(uint88 cap, uint16 windowMinutes, bytes signatures)",
  "function listToken(address token, uint8 class, uint88 cap, uint16 windowMinutes, bytes signatures)",
  "function proposePolicy(address policy_, bytes signatures)",
  "function extendPause(uint64 counterpartChainId, address token, uint40 until, bytes signatures)",
  "function liftPause(uint64 counterpartChainId, address token, bytes signatures)",
  "function halt(bytes32 laneId, uint64 sequence, bytes32 head, bytes signatures)",
  "function reanchor(bytes32 laneId, uint64 commonSequence, bytes32 commonHead, bytes32 nextHash, bytes32[] lostHashes, bytes signatures)",
  "function proposeWindDown(uint64 counterpartChainId, uint64 sequence, bytes32 holdersRoot, bytes32 evidence, bytes signatures)",
  "function cancelWindDown(uint64 counterpartChainId, bytes signatures)",
  "event ValidatorsRotated(uint64 indexed epoch, bytes32 indexed setHash, uint40 validFrom, uint16 quorum, address[] validators)",
] as const;

/** Of `CreatorCollection`, the sample of a creator's own collection; its owner mints. */
export const CREATOR_COLLECTION_ABI = [
  "function mint(address to, string uri) returns (uint256 id)",
  "event Transfer(address indexed from, address indexed to, uint256 indexed tokenId)",
  "error OwnableUnauthorizedAccount(address account)",
  "error ERC721InvalidReceiver(address receiver)",
] as const;
