import { Interface } from "ethers";

/** What is asked and heard of splits and their factory, in ethers' human-readable form. A test holds it against the contracts'. */
export const SPLIT_ABI = [
  "function distribute(address currency) returns (uint256 amount)",
  "function distributePart(address currency, uint256 most) returns (uint256 amount)",
  "function setShares((address payee, uint32 weight, bool nested)[] shares_)",
  "function transferOwnership(address next)",
  "function acceptOwnership()",
  "function shares() view returns ((address payee, uint32 weight, bool nested)[] all)",
  "function owner() view returns (address)",
  "function nextOwner() view returns (address)",
  "function undistributed(address currency) view returns (uint256)",
  "function openRound(address currency) view returns (uint256 amount, uint256 next)",
  "event Distributed(address indexed currency, uint256 amount, bool open)",
  "event Paid(address indexed payee, uint256 amount)",
  "event SharesChanged((address payee, uint32 weight, bool nested)[] shares)",
  "event Credited(address indexed currency, address indexed payee, uint256 amount)",
] as const;

export const FACTORY_ABI = [
  "function create(address owner, (address payee, uint32 weight, bool nested)[] shares, bytes32 salt) returns (address split)",
  "function splitOf(address owner, (address payee, uint32 weight, bool nested)[] shares, bytes32 salt) view returns (address)",
  "function implementation() view returns (address)",
  "event SplitCreated(address indexed split, address indexed owner, (address payee, uint32 weight, bool nested)[] shares)",
] as const;

export const SPLIT = /* @__PURE__ */ (() => new Interface(SPLIT_ABI))();
export const FACTORY = /* @__PURE__ */ (() => new Interface(FACTORY_ABI))();
