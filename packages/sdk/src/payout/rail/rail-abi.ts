import { Interface } from "ethers";

const PAYMENT =
  "(address payer, address currency, bytes32 purpose, (address payee, uint128 amount, bool nested)[] parts) payment";
const AUTHORIZATION =
  "(uint8 agreement, uint256 validAfter, uint256 validBefore, bytes32 salt, bytes signature) authorization";

/** What is asked and heard of any rail (`IPaymentRail`), in ethers' human-readable form. A test holds it against the contracts'. */
export const RAIL_ABI = [
  `function pay(${PAYMENT}, ${AUTHORIZATION}) returns (uint256 amount)`,
  `function refund(${PAYMENT}, ${AUTHORIZATION}) returns (uint256 amount)`,
  "function voidSalt(bytes32 salt)",
  "function isSaltUsed(address payer, bytes32 salt) view returns (bool)",
  "function totalCredit(address currency) view returns (uint256)",
  "event PaymentMade(bytes32 indexed purpose, address indexed payer, address indexed caller, address currency, uint256 amount, bool isRefund)",
  "event SharePaid(bytes32 indexed purpose, address indexed payee, address indexed currency, uint256 amount)",
  "event ShareCredited(bytes32 indexed purpose, address indexed payee, address indexed currency, uint256 amount)",
  "event CreditClaimed(address indexed currency, address indexed payee, address indexed to, uint256 amount)",
] as const;

/** What only a ledger of prepaid yen has (`IPrepaidRail`). */
export const PREPAID_ABI = [
  "function setStatus(address account, uint8 status)",
  "function topUp(address account, uint256 amount, bytes32 funding)",
  "function requestSettlement(uint256 amount) returns (uint256 id)",
  "function confirmSettlement(uint256 id, bytes32 bankReference)",
  "function refuseSettlement(uint256 id, bytes32 reason)",
  "function accountOf(address account) view returns ((uint96 spendable, uint96 receivable, uint8 status))",
  "function settlement(uint256 id) view returns ((address account, uint96 amount))",
  "function settlementCount() view returns (uint256)",
  "function outstanding() view returns (uint256)",
  "function holdingLimit() view returns (uint256)",
  "event SettlementRequested(uint256 indexed id, address indexed account, uint256 amount)",
] as const;

export const RAIL = /* @__PURE__ */ (() => new Interface(RAIL_ABI))();
export const PREPAID = /* @__PURE__ */ (() => new Interface(PREPAID_ABI))();
