import { isError } from "ethers";

/** Infura's and Besu's code for a limit; others say it in words only. */
const LIMIT_EXCEEDED = -32_005;

/** What is limited, and that it is: `query returned more than 10000 results`, `block range is too wide`, `Max range: 800`. */
const SUBJECT = /\b(blocks?|ranges?|results?|logs?|response)\b|eth_getlogs/i;
const LIMIT =
  /\b(exceed(s|ed|ing)?|limit(ed|s)?|max(imum)?|too|more than|greater than|larger than|over|up to|at most|not supported|size)\b/i;
/** The endpoint gave up on it; half of it may do. */
const GAVE_UP = /\bquery\b.*\b(timeout|timed out)\b/i;
/** Limits on how often something is asked: asking for less, but more often, would not help. */
const TOO_OFTEN =
  /\b(rate|throttl\w*|quota|credits?|too many requests|request count|per (second|minute|day|month))\b/i;

/** What a JSON-RPC endpoint answered instead of a result. */
interface RpcRefusal {
  code: number;
  message: string;
}

/**
 * Whether an endpoint refused logs because there were too many of them, or of the blocks that were asked about. There is no
 * standard for it (EIP-1474 has a code that few use), so it is told by the words that providers use.
 */
export function isRangeRefusal(error: unknown): boolean {
  const refusal = refusalOf(error);
  if (refusal === undefined) return false;
  const { code, message } = refusal;
  if (TOO_OFTEN.test(message)) return false;
  return (
    code === LIMIT_EXCEEDED ||
    (SUBJECT.test(message) && LIMIT.test(message)) ||
    GAVE_UP.test(message)
  );
}

/** What the endpoint said, wherever ethers has put it: in an answer's error, or in the body of an HTTP error. */
export function refusalOf(error: unknown): RpcRefusal | undefined {
  if (isError(error, "UNKNOWN_ERROR")) return asRefusal(error.error);
  if (isError(error, "SERVER_ERROR")) return asRefusal(parse(error.info?.responseBody));
  return asRefusal(error);
}

function asRefusal(value: unknown): RpcRefusal | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if ("error" in value) return asRefusal(value.error);
  if (!("code" in value && "message" in value)) return undefined;
  const { code, message } = value;
  return typeof code === "number" && typeof message === "string" ? { code, message } : undefined;
}

function parse(body: unknown): unknown {
  try {
    return typeof body === "string" ? JSON.parse(body) : undefined;
  } catch {
    return undefined;
  }
}
