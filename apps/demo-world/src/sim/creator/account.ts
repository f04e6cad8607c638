const ACCOUNT = /^#?(0x[0-9a-f]{40})$/;

/** Reads an account as somebody types it, or as an address's fragment; undefined for anything else. Lower case. */
export function readAccount(text: string): string | undefined {
  return ACCOUNT.exec(text.trim().slice(0, 64).toLowerCase())?.[1];
}
