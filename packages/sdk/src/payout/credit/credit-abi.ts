import { Interface } from "ethers";

/** What splits and rails have in common (`ICredits`), in ethers' human-readable form. A test holds it against the contracts'. */
export const CREDIT_ABI = [
  "function claim(address currency, address to) returns (uint256 amount)",
  "function claimFor(address payee, address currency) returns (uint256 amount)",
  "function claimBySignature((address payee, address currency, address to, uint256 nonce, uint256 deadline) order, bytes signature) returns (uint256 amount)",
  "function credit(address payee, address currency) view returns (uint256)",
  "function claimNonce(address payee) view returns (uint256)",
  "event Credited(address indexed currency, address indexed payee, uint256 amount)",
  "event CreditClaimed(address indexed currency, address indexed payee, address indexed to, uint256 amount)",
] as const;

export const CREDITS = /* @__PURE__ */ (() => new Interface(CREDIT_ABI))();
