import { Interface } from "ethers";

/** What is asked and heard of a chain's gateway about royalties, in ethers' human-readable form. A test holds it against the contracts'. */
export const ROYALTY_GATEWAY_ABI = [
  "function custody() view returns (address)",
  "function termsOf(uint64 counterpartChainId) view returns ((uint96 fee, address collector, uint32 quota))",
  "event MessageSent(bytes32 indexed laneId, uint64 indexed sequence, bytes32 indexed messageId, bytes message)",
] as const;

export const ROYALTY_CUSTODY_ABI = [
  "function createRoyaltyRouter(uint64 homeChainId, address homeToken, address receiver) returns (address router)",
  "function royaltyRouterOf(uint64 homeChainId, address homeToken, address receiver) view returns (address)",
] as const;

export const ROUTER_ABI = [
  "function forward(address token) payable returns (bytes32 messageId)",
  "event RoyaltiesForwarded(address indexed token, uint256 amount, bytes32 messageId)",
] as const;

export const ROYALTY_GATEWAY = /* @__PURE__ */ (() => new Interface(ROYALTY_GATEWAY_ABI))();
export const ROYALTY_CUSTODY = /* @__PURE__ */ (() => new Interface(ROYALTY_CUSTODY_ABI))();
export const ROUTER = /* @__PURE__ */ (() => new Interface(ROUTER_ABI))();
