import { type ErrorDescription, Interface, isCallException, isError } from "ethers";
import { RyuguError } from "../errors/index.ts";
import { PayoutRefusedError, PayoutUnavailableError } from "./errors.ts";
import { KNOWN_ERRORS } from "./known-errors.ts";

const KNOWN = /* @__PURE__ */ (() =>
  new Interface(KNOWN_ERRORS.map((error) => `error ${error}`)))();

/** What a `fetch` says that got no answer: Chromium, Safari, Firefox, Node. */
const FAILED_FETCH = /^(Failed to fetch|Load failed|NetworkError |fetch failed)/;

/** Most characters of unknown revert data that are shown: a selector and two words. */
const MOST_DATA = 138;

/** Names the error in a market's, a split's, a rail's, a token's or a currency's revert data: `NothingToClaim(0x…, 0x…)`; the data where it is unknown. */
export function describePayoutRevert(data: string): string {
  const found = parse(data);
  if (found !== undefined) return `${found.name}(${found.args.map(String).join(", ")})`;
  return data === "0x" ? "no reason given" : data.slice(0, MOST_DATA);
}

/** A stranger's contract chooses the data: it may be too short, or not decode to what it names. */
function parse(data: string): ErrorDescription | undefined {
  try {
    const found = KNOWN.parseError(data);
    // Decoding is lazy: an argument that is not there throws only when it is read.
    return found !== null && found.args.map(String).length >= 0 ? found : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Turns whatever ethers throws into a typed error; passes on what is typed already, and what the person decided.
 *
 * @param what - begins a sentence: `"The claim"`
 */
export function asPayoutError(error: unknown, what: string, contract?: string): unknown {
  if (error instanceof RyuguError || isError(error, "ACTION_REJECTED")) return error;
  const where = contract === undefined ? [] : [`Contract: ${contract}`];
  if (isCallException(error)) {
    const data = error.data ?? "0x";
    return new PayoutRefusedError(parse(data)?.name, `${what} was refused by the chain.`, {
      cause: error,
      details: [`Reason: ${describePayoutRevert(data)}`, ...where],
    });
  }
  if (isError(error, "BAD_DATA")) {
    return new PayoutRefusedError(undefined, `${what} was answered by no contract of this kind.`, {
      cause: error,
      details: where,
    });
  }
  if (isError(error, "INSUFFICIENT_FUNDS")) {
    return new PayoutRefusedError(undefined, "The signer cannot pay for the transaction's gas.", {
      cause: error,
    });
  }
  if (isError(error, "NONCE_EXPIRED") || isError(error, "REPLACEMENT_UNDERPRICED")) {
    return new PayoutUnavailableError("Another transaction of the signer came first.", {
      cause: error,
    });
  }
  const isOutage = isError(error, "NETWORK_ERROR") || isError(error, "TIMEOUT");
  if (isOutage || isError(error, "SERVER_ERROR") || isRefusedConnection(error)) {
    return new PayoutUnavailableError("The chain could not be asked.", { cause: error });
  }
  return error;
}

/** What Node and browsers say of a connection that did not come about or broke: ethers passes it on as it is. */
function isRefusedConnection(error: unknown): boolean {
  if (error instanceof TypeError) return FAILED_FETCH.test(error.message);
  const { code } = error as { code?: unknown };
  return code === "ECONNREFUSED" || code === "ECONNRESET" || code === "EPIPE";
}
