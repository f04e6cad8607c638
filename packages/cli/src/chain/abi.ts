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
  "function vaultOf(uint64 counterpartChainId) view returns (address)",
  "function representationOf(uint64 homeChainId, address homeToken, uint8 standard) view returns (address)",
  "function homeOf(address representation) view returns (uint64 homeChainId, address homeToken, uint8 standard)",
] as const;

/** Of `CreatorCollection`, the sample of a creator's own collection; its owner mints. */
export const CREATOR_COLLECTION_ABI = [
  "function mint(address to, string uri) returns (uint256 id)",
  "event Transfer(address indexed from, address indexed to, uint256 indexed tokenId)",
  "error OwnableUnauthorizedAccount(address account)",
  "error ERC721InvalidReceiver(address receiver)",
] as const;
