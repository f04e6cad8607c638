import { RyuguError } from "../errors/index.ts";
import { preview } from "../primitives/index.ts";
import {
  WalletChainUnknownError,
  WalletDisconnectedError,
  WalletFailedError,
  WalletRejectedError,
  WalletUnauthorizedError,
} from "./errors.ts";

/** Wallets wrap codes in codes; deeper than this is not looked. */
const MAX_DEPTH = 5;

/** The fields under which wallets and ethers put the error underneath. */
const INNER = ["error", "info", "data", "originalError", "cause"] as const;

/**
 * Turns what a person's wallet, or an ethers signer on it, threw into a typed error, by the codes
 * of EIP-1193 and EIP-3326 wherever they are wrapped.
 */
export function toWalletError(thrown: unknown): RyuguError {
  if (thrown instanceof RyuguError) return thrown;
  const options = {
    cause: thrown,
    details: [`The wallet said: ${preview(messageOf(thrown), 200)}`],
  };
  switch (codeOf(thrown)) {
    case 4001:
    case "ACTION_REJECTED":
      return new WalletRejectedError("The person declined in their wallet.", options);
    case 4100:
      return new WalletUnauthorizedError("The wallet has not allowed this page to ask.", options);
    case 4902:
      return new WalletChainUnknownError("The wallet does not know this chain.", options);
    case 4900:
    case 4901:
      return new WalletDisconnectedError("The wallet is not connected to its chain.", options);
    default:
      return new WalletFailedError("The wallet failed.", options);
  }
}

const KNOWN: ReadonlySet<unknown> = new Set([4001, 4100, 4900, 4901, 4902, "ACTION_REJECTED"]);

/** The first known code in an error or the errors inside it. */
function codeOf(thrown: unknown, depth = 0): unknown {
  if (typeof thrown !== "object" || thrown === null || depth > MAX_DEPTH) return undefined;
  const fields = thrown as Record<string, unknown>;
  if (KNOWN.has(fields.code)) return fields.code;
  for (const name of INNER) {
    const code = codeOf(fields[name], depth + 1);
    if (code !== undefined) return code;
  }
  return undefined;
}

function messageOf(thrown: unknown): string {
  const message = (thrown as { message?: unknown } | null | undefined)?.message;
  return typeof message === "string" ? message : typeof thrown;
}
