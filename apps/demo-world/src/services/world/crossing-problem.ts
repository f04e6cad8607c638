import { findCause } from "@ryugu/sdk/errors";
import { NotOwnerError, TransferRefusedError } from "@ryugu/sdk/transfer";
import { WalletRejectedError, WalletUnauthorizedError } from "@ryugu/sdk/wallet";
import { isError } from "ethers";
import type { CrossingProblem } from "../../sim/crossing/crossing.ts";
import { PlatformRefusedError, PlatformUnreachableError } from "../errors.ts";

const EMPTY: ReadonlySet<string> = new Set(["sponsor-empty", "gas-limit"]);

/** Why a crossing did not begin, in the words that the page has. */
export function crossingProblem(error: unknown, step: "gas" | "sending"): CrossingProblem {
  if (findCause(error, PlatformUnreachableError) !== undefined) return "sponsor-unreachable";
  const refused = findCause(error, PlatformRefusedError);
  if (refused !== undefined)
    return EMPTY.has(refused.reason) ? "sponsor-empty" : "sponsor-unreachable";
  if (findCause(error, NotOwnerError) !== undefined) return "not-owner";
  if (findCause(error, TransferRefusedError) !== undefined) return "refused";
  const isRejected =
    findCause(error, WalletRejectedError) ?? findCause(error, WalletUnauthorizedError);
  if (isRejected !== undefined || isError(error, "ACTION_REJECTED")) return "wallet-refused";
  return step === "gas" ? "sponsor-unreachable" : "chain-unreachable";
}
