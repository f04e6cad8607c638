import { Interface, isCallException, isError } from "ethers";
import { TransferRefusedError } from "./errors.ts";
import { KNOWN_ERRORS } from "./known-errors.ts";

const KNOWN = /* @__PURE__ */ (() =>
  new Interface(KNOWN_ERRORS.map((error) => `error ${error}`)))();

/** Names the custom error in revert data: `DeadlineTooSoon(1700000000)`; the data itself where unknown. */
export function describeRevert(data: string): string {
  return nameError(data) ?? (data === "0x" ? "no reason given" : data.slice(0, 138));
}

/** A stranger's contract chooses the data: it may be too short, or not decode to what it names. */
function nameError(data: string): string | undefined {
  try {
    const found = KNOWN.parseError(data);
    return found === null ? undefined : `${found.name}(${found.args.map(String).join(", ")})`;
  } catch {
    return undefined;
  }
}

/** Turns whatever ethers throws for a refused transaction into a sentence; passes on anything else. */
export function asRefusal(error: unknown, what: string): unknown {
  if (isCallException(error)) {
    const reason =
      error.data == null ? (error.reason ?? error.shortMessage) : describeRevert(error.data);
    return new TransferRefusedError(`${what} was refused by the chain.`, {
      cause: error,
      details: [
        `Reason: ${error.revert?.name === "Error" ? String(error.revert.args[0]) : reason}`,
      ],
    });
  }
  if (isError(error, "INSUFFICIENT_FUNDS")) {
    return new TransferRefusedError("The sender cannot pay for the transaction's gas.", {
      cause: error,
    });
  }
  return error;
}
