import { RyuguError } from "@ryugu/sdk/errors";
import { compactSignature, gatewayDomain, zoneDomain } from "@ryugu/sdk/lane";
import { address, type Bytes32, chainId, isSameAddress } from "@ryugu/sdk/primitives";
import { TypedDataEncoder } from "ethers";
import { SigningRefusedError } from "../errors.ts";
import type { OpenedKey } from "../keystore.ts";
import { type Message, SIGNING_RULES, type SigningRule } from "../rules.ts";
import type { SigningRequest } from "../wire.ts";
import type { SigningGuard } from "./guard.ts";

/** What a signer signs with. */
export interface SigningContext {
  zoneId: Bytes32;
  key: OpenedKey;
  guard: SigningGuard;
}

/**
 * Signs what is understood, of this zone, and no contradiction of what was signed before.
 *
 * @returns 64 bytes (EIP-2098)
 * @throws SigningRefusedError, SignerUnavailableError
 */
export async function signRequest(
  context: SigningContext,
  request: SigningRequest,
): Promise<string> {
  const { primaryType, message } = request;
  const rule = SIGNING_RULES.get(primaryType);
  if (rule === undefined) throw refused("This signer knows no such type.", [primaryType]);
  const domain = domainOf(context.zoneId, rule, request);
  assertFields(rule, primaryType, message);
  const digest = digestOf(domain, rule, message);
  assertOwn(context, message);
  assertDocument(rule, request, digest);
  commit(context.guard, rule, message, digest);
  return compactSignature(await context.key.signer.signTypedData(domain, rule.types, message));
}

const refused = (why: string, details: readonly string[]) =>
  new SigningRefusedError(why, { details });

/** The domain by this signer's own zone: what the request says must be the same. */
function domainOf(zoneId: Bytes32, { scope }: SigningRule, { domain }: SigningRequest) {
  const { name, version, salt, chainId: number, verifyingContract } = domain;
  const stated = {
    ...{ name, version, salt },
    ...(number === undefined ? {} : { chainId: number }),
    ...(verifyingContract === undefined ? {} : { verifyingContract }),
  };
  const own = () => {
    if (scope === "zone") return zoneDomain(zoneId);
    if (number === undefined || verifyingContract === undefined) return undefined;
    const on = { chain: chainId(BigInt(number)), gateway: address(verifyingContract) };
    return gatewayDomain(zoneId, on);
  };
  const expected = attempt(own);
  const isSame =
    expected !== undefined &&
    attempt(() => TypedDataEncoder.hashDomain(expected) === TypedDataEncoder.hashDomain(stated));
  if (expected === undefined || !isSame)
    throw refused("The request is of another zone, or names no gateway.", [`Zone: ${zoneId}`]);
  return expected;
}

function assertFields({ types }: SigningRule, primaryType: string, message: Message): void {
  const expected = (types[primaryType] ?? []).map(({ name }) => name).sort();
  const found = Object.keys(message).sort();
  if (expected.join() === found.join()) return;
  throw refused("The message has other fields than its type.", [
    `Expected: ${expected.join(", ")}`,
    `Received: ${found.join(", ")}`,
  ]);
}

function digestOf(domain: object, { types }: SigningRule, message: Message): Bytes32 {
  try {
    return TypedDataEncoder.hash(domain, types, { ...message }) as Bytes32;
  } catch (cause) {
    throw new SigningRefusedError("A field of the message cannot be read.", { cause });
  }
}

/** Where a message names its zone or validator, they must be this signer's. */
function assertOwn({ zoneId, key }: SigningContext, message: Message): void {
  if ("zoneId" in message && message.zoneId !== zoneId)
    throw refused("The message is of another zone.", [`Received: ${message.zoneId}`]);
  if ("validator" in message && !isSameAddress(String(message.validator), key.account))
    throw refused("The message is another validator's.", [`Received: ${message.validator}`]);
}

/** A digest is signed only with what it stands for beside it. */
function assertDocument(
  { digestOf: digestBy }: SigningRule,
  { document, message }: SigningRequest,
  digest: Bytes32,
): void {
  if (digestBy === undefined) return;
  const found = attempt(() => digestBy(document, message));
  if (found === digest) return;
  throw refused("The document is not what the message stands for.", []);
}

function commit(guard: SigningGuard, rule: SigningRule, message: Message, digest: Bytes32): void {
  const commitment = rule.commits?.(message, digest);
  if (commitment === undefined) return;
  const bound = guard.bind(commitment);
  if (bound === commitment.value) return;
  throw refused("This signer has signed something else there before.", [
    `Place: ${commitment.place}`,
    `Signed before: ${bound}`,
    `Asked for now: ${commitment.value}`,
  ]);
}

/** What somebody sent may be anything: what cannot be read is no answer. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof RyuguError || error instanceof TypeError || error instanceof Error)
      return undefined;
    throw error;
  }
}
