import { InvalidSiweMessageError } from "./errors.ts";
import { checkFields, type SiweMessage } from "./message.ts";

/** A message with the longest allowed of everything is longer; nobody has one. */
const MAX_LENGTH = 16_384;

const HEADER = /^(?:([^:/?#\s]+):\/\/)?(\S+) wants you to sign in with your Ethereum account:$/;
const REQUIRED = ["URI", "Version", "Chain ID", "Nonce", "Issued At"] as const;
const OPTIONAL = ["Expiration Time", "Not Before", "Request ID"] as const;
const RESOURCES = "Resources:";
const BULLET = "- ";

/**
 * Writes a sign-in message (ERC-4361), for `wallet.signMessage`.
 *
 * @throws InvalidSiweMessageError
 */
export function createSiweMessage(fields: SiweMessage): string {
  const message = checkFields({ ...fields });
  const { scheme, statement, expirationTime, notBefore, requestId, resources } = message;
  const origin = scheme === undefined ? message.domain : `${scheme}://${message.domain}`;
  const text = [
    `${origin} wants you to sign in with your Ethereum account:`,
    message.address,
    "",
    ...(statement === undefined ? [] : [statement]),
    "",
    `URI: ${message.uri}`,
    `Version: ${message.version}`,
    `Chain ID: ${message.chain.slice("eip155:".length)}`,
    `Nonce: ${message.nonce}`,
    `Issued At: ${message.issuedAt}`,
    ...(expirationTime === undefined ? [] : [`Expiration Time: ${expirationTime}`]),
    ...(notBefore === undefined ? [] : [`Not Before: ${notBefore}`]),
    ...(requestId === undefined ? [] : [`Request ID: ${requestId}`]),
    ...(resources === undefined ? [] : [RESOURCES, ...resources.map((uri) => BULLET + uri)]),
  ].join("\n");
  checkLength(text);
  return text;
}

/**
 * Reads a sign-in message (ERC-4361), strictly: the fields in their order, and nothing between or after.
 *
 * @throws InvalidSiweMessageError
 */
export function parseSiweMessage(text: string): SiweMessage {
  checkLength(text);
  const lines = new Lines(text.split("\n"));
  const [, scheme, domain] = HEADER.exec(lines.next()) ?? [];
  const address = lines.next();
  lines.expectEmpty();
  const statement = lines.peek() === "" ? undefined : lines.next();
  lines.expectEmpty();
  const [uri, version, chain, nonce, issuedAt] = REQUIRED.map((label) => lines.labelled(label));
  const [expirationTime, notBefore, requestId] = OPTIONAL.map((label) => lines.labelled(label));
  const resources = readResources(lines);
  lines.expectEnd();
  const fields = {
    scheme,
    domain,
    address,
    statement,
    uri,
    version,
    chain: chain === undefined ? undefined : `eip155:${chain}`,
    nonce,
    issuedAt,
    expirationTime,
    notBefore,
    requestId,
    resources,
  };
  const present = Object.entries(fields).filter(([, value]) => value !== undefined);
  return checkFields(Object.fromEntries(present));
}

function readResources(lines: Lines): string[] | undefined {
  if (lines.peek() !== RESOURCES) return undefined;
  lines.next();
  const resources: string[] = [];
  while (lines.peek()?.startsWith(BULLET)) resources.push(lines.next().slice(BULLET.length));
  return resources;
}

/** The lines of a message, read once from the first to the last. */
class Lines {
  readonly #lines: readonly string[];
  #at = 0;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  peek(): string | undefined {
    return this.#lines[this.#at];
  }

  next(): string {
    const line = this.peek();
    if (line === undefined) throw unreadable("It ends too early.");
    this.#at++;
    return line;
  }

  /** What follows a label, if the next line has it. */
  labelled(label: string): string | undefined {
    const start = `${label}: `;
    return this.peek()?.startsWith(start) ? this.next().slice(start.length) : undefined;
  }

  expectEmpty(): void {
    if (this.next() !== "") throw unreadable(`Line ${this.#at} should be empty.`);
  }

  expectEnd(): void {
    if (this.peek() !== undefined) throw unreadable(`Line ${this.#at + 1} does not belong there.`);
  }
}

function checkLength(text: string): void {
  // What a stranger sent may be no text, whatever the types say.
  if (typeof text !== "string") throw unreadable("It is not a text.");
  if (text.length > MAX_LENGTH) throw unreadable(`It is longer than ${MAX_LENGTH} characters.`);
}

function unreadable(detail: string): InvalidSiweMessageError {
  return new InvalidSiweMessageError("This is not a sign-in message (ERC-4361).", {
    details: [detail],
  });
}
