import { type Address, address, type ChainId, chainId } from "../../primitives/index.ts";
import { InvalidSiweMessageError } from "./errors.ts";
import { readTime } from "./time.ts";
import { isAuthority, isPathText, isScheme, isUri } from "./uri.ts";

/** What a sign-in message says (ERC-4361). Times are texts of RFC 3339, as they were signed. */
export interface SiweMessage {
  /** The scheme of the page's origin, if the message names one: `https`. */
  readonly scheme?: string;
  /** Who asks: the page's host with its port, as in `location.host`. */
  readonly domain: string;
  readonly address: Address;
  /** A sentence to the person. Only ASCII, without quotes and brackets: the standard's grammar. */
  readonly statement?: string;
  /** What is being signed in to. */
  readonly uri: string;
  readonly version: "1";
  /** The chain that the session is bound to, where a contract wallet is asked. */
  readonly chain: ChainId;
  /** A text that this server gave for this sign-in: at least 8 letters and digits. */
  readonly nonce: string;
  readonly issuedAt: string;
  readonly expirationTime?: string;
  readonly notBefore?: string;
  readonly requestId?: string;
  /** URIs that the person is asked to agree to. */
  readonly resources?: readonly string[];
}

const MAX_RESOURCES = 64;

/** `reserved / unreserved / " "` (RFC 3986, section 2). */
const STATEMENT = /^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;= ]{1,2048}$/;
const NONCE = /^[A-Za-z0-9]{8,256}$/;

/** For each field, whether a text is one (ERC-4361, ABNF). */
const RULES: Readonly<Record<string, (text: string) => boolean>> = {
  scheme: isScheme,
  domain: isAuthority,
  address: isChecksummed,
  statement: (text) => STATEMENT.test(text),
  uri: isUri,
  version: (text) => text === "1",
  chain: isChain,
  nonce: (text) => NONCE.test(text),
  issuedAt: (text) => readTime(text) !== undefined,
  expirationTime: (text) => readTime(text) !== undefined,
  notBefore: (text) => readTime(text) !== undefined,
  requestId: isPathText,
};

const OPTIONAL: ReadonlySet<string> = new Set([
  "scheme",
  "statement",
  "expirationTime",
  "notBefore",
  "requestId",
]);

/**
 * Checks every field of a message against the standard's grammar.
 *
 * @throws InvalidSiweMessageError which names the fields that are wrong
 */
export function checkFields(fields: Readonly<Record<string, unknown>>): SiweMessage {
  const wrong = Object.entries(RULES).flatMap(([name, rule]) => {
    const value = fields[name];
    if (value === undefined) return OPTIONAL.has(name) ? [] : [`${name} is missing`];
    return typeof value === "string" && rule(value) ? [] : [`${name} is not valid`];
  });
  const { resources } = fields;
  if (resources !== undefined && !areResources(resources)) wrong.push("resources are not URIs");
  if (wrong.length === 0) return fields as unknown as SiweMessage;
  throw new InvalidSiweMessageError("This is not a sign-in message (ERC-4361).", {
    details: wrong,
  });
}

function areResources(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length <= MAX_RESOURCES &&
    value.every((resource) => typeof resource === "string" && isUri(resource))
  );
}

/** All lower case is refused too: nothing would tell a mistyped address. */
function isChecksummed(text: string): boolean {
  try {
    return address(text) === text;
  } catch {
    return false;
  }
}

function isChain(text: string): boolean {
  try {
    return chainId(text) === text;
  } catch {
    return false;
  }
}
