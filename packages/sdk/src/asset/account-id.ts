import { address, chainId } from "../primitives/index.ts";

const CAIP10 = /^([-a-z0-9]{3,8}:[-_a-zA-Z0-9]{1,32}):([-.%a-zA-Z0-9]{1,128})$/;

/**
 * Whether a text is a CAIP-10 account id: `eip155:1:0x…`. In the `eip155` namespace the chain and
 * the address are checked too.
 */
export function isAccountId(text: string): boolean {
  const [, chain, account] = CAIP10.exec(text) ?? [];
  if (chain === undefined || account === undefined) return false;
  if (!chain.startsWith("eip155:")) return true;
  try {
    chainId(chain);
    address(account);
    return true;
  } catch {
    return false;
  }
}
