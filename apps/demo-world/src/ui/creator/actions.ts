import type { BankAccount } from "@ryugu/sdk/payout";
import type { TokenReference } from "../../sim/item.ts";

/** What the desk can ask of the outside; `app/` gives it. */
export interface CreatorActions {
  /** Looks at an account; at one's own where left out. */
  lookAt(account: string | undefined): void;
  /** Begins to read a work's name and picture. */
  wantItem(token: TokenReference): void;
  /** Asks for the key to be opened. */
  askKey(): void;
  leaveKey(): void;
  openKey(secret: { passphrase: string } | "passkey"): void;
  closeKey(): void;
  /** Pays a credit out to an account. */
  claim(key: string, to: string): void;
  forgetClaim(key: string): void;
  getStatement(period: string, format: "json" | "csv" | "pdf"): void;
  /** Asks what cashing out comes to. `units` in the currency's smallest unit. */
  quote(chain: string, units: bigint, bank: BankAccount): void;
  confirmCashOut(): void;
  cancelCashOut(): void;
  newCashOut(): void;
}
