import { custodyAbi, gatewayAbi } from "@ryugu/contracts";
import { Interface, isCallException, isError } from "ethers";
import { TransferRefusedError } from "./errors.ts";

const KNOWN = [new Interface(gatewayAbi), new Interface(custodyAbi)];

/** Names the custom error in revert data: `DeadlineTooSoon(1700000000)`; the data itself where unknown. */
export function describeRevert(data: string): string {
  for (const known of KNOWN) {
    const found = known.parseError(data);
    if (found !== null) return `${found.name}(${found.args.map(String).join(", ")})`;
  }
  return data === "0x" ? "no reason given" : data.slice(0, 138);
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
