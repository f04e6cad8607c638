/** What is paid for gas: with a priority fee (EIP-1559) where the chain knows it, the old way otherwise. */
export type Fees =
  | { readonly type: 2; readonly maxFeePerGas: bigint; readonly maxPriorityFeePerGas: bigint }
  | { readonly type: 0; readonly gasPrice: bigint };

/** A node takes a replacement only for a tenth more; an eighth more is surely enough. */
const RAISE = 9n;
const RAISE_OF = 8n;

/** What the chain asks now. */
export function feesNow(data: {
  gasPrice: bigint | null;
  maxFeePerGas: bigint | null;
  maxPriorityFeePerGas: bigint | null;
}): Fees {
  const { gasPrice, maxFeePerGas, maxPriorityFeePerGas } = data;
  if (maxFeePerGas !== null && maxPriorityFeePerGas !== null) {
    return { type: 2, maxFeePerGas, maxPriorityFeePerGas };
  }
  return { type: 0, gasPrice: gasPrice ?? 0n };
}

/** Nobody pays more than this many times what the chain asks, however long something is stuck. */
const MOST_TIMES = 10n;

/**
 * What has to be offered for a transaction that got stuck: an eighth more than before, or what is asked now.
 * Undefined where more would not help: a chain that makes no blocks is not made to by money.
 */
export function raisedFees(before: Fees, now: Fees): Fees | undefined {
  // Where gas costs nothing an account may have nothing; what is stuck there is sent again as it is.
  if (priceOf(now) === 0n) return undefined;
  if (raised(priceOf(before)) > MOST_TIMES * priceOf(now)) return undefined;
  if (before.type === 0 || now.type === 0) {
    return { type: 0, gasPrice: most(raised(priceOf(before)), priceOf(now)) };
  }
  return {
    type: 2,
    maxFeePerGas: most(raised(before.maxFeePerGas), now.maxFeePerGas),
    maxPriorityFeePerGas: most(raised(before.maxPriorityFeePerGas), now.maxPriorityFeePerGas),
  };
}

/** The most for a unit of gas. */
export const priceOf = (fees: Fees) => (fees.type === 0 ? fees.gasPrice : fees.maxFeePerGas);
const raised = (fee: bigint) => (fee * RAISE) / RAISE_OF + 1n;
const most = (a: bigint, b: bigint) => (a > b ? a : b);

/** Fees as text, for the database. */
export const writeFees = (fees: Fees): string =>
  JSON.stringify(fees, (_, value) => (typeof value === "bigint" ? String(value) : value));

/** Reads what {@link writeFees} wrote. */
export function readFees(text: string): Fees {
  const value = JSON.parse(text);
  if (value.type === 0) return { type: 0, gasPrice: BigInt(value.gasPrice) };
  return {
    type: 2,
    maxFeePerGas: BigInt(value.maxFeePerGas),
    maxPriorityFeePerGas: BigInt(value.maxPriorityFeePerGas),
  };
}
