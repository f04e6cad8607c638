import type { Address } from "@ryugu/sdk/primitives";

/** What every account of the zone starts with on every chain: 10,000 of the chain's coin, in wei. */
const BALANCE = 10_000n * 10n ** 18n;
const BLOCK_GAS_LIMIT = 30_000_000;
/** In wei. */
const BASE_FEE = 1_000_000_000;

const hex = (value: bigint | number) => `0x${value.toString(16)}`;

/**
 * A chain's first state as Anvil reads it. Anvil would take a `genesis.json` too, but not together with a state
 * file; and its own funded accounts are unlocked, which nobody's should be.
 *
 * @param time - unix seconds
 */
export function genesisState(accounts: readonly Address[], time: number): string {
  const account = { nonce: 0, balance: hex(BALANCE), code: "0x", storage: {} };
  return JSON.stringify({
    block: {
      number: "0x0",
      beneficiary: `0x${"0".repeat(40)}`,
      timestamp: hex(time),
      gas_limit: BLOCK_GAS_LIMIT,
      basefee: BASE_FEE,
      difficulty: "0x0",
      prevrandao: `0x${"0".repeat(64)}`,
      blob_excess_gas_and_price: { excess_blob_gas: 0, blob_gasprice: 1 },
      slot_num: 0,
    },
    accounts: Object.fromEntries(accounts.map((address) => [address.toLowerCase(), account])),
    best_block_number: 0,
    blocks: [],
    transactions: [],
    historical_states: null,
  });
}
