import { once } from "node:events";
import { request as httpRequest, type IncomingMessage, type RequestOptions } from "node:http";
import { request as httpsRequest } from "node:https";
import { recoverSigner } from "@ryugu/sdk/lane";
import {
  type Address,
  type Bytes32,
  isSameAddress,
  parseJson,
  parseShape,
} from "@ryugu/sdk/primitives";
import { TypedDataEncoder } from "ethers";
import type * as z from "zod/mini";
import type { ValidatorSigner } from "../ports/signer.ts";
import { SignerUnavailableError, SigningRefusedError } from "./errors.ts";
import { type TypedRequest, typedSigner } from "./typed-signer.ts";
import {
  HEALTH_PATH,
  MAX_SIGNING_REQUEST,
  SIGN_PATH,
  type SignerHealth,
  signerHealthSchema,
  signingAnswerSchema,
  toWire,
} from "./wire.ts";

/** How a signer is reached. */
export interface SignerAccess {
  at: { socket: string } | { url: string };
  token?: string | undefined;
  /** The certificate authority that vouches for the signer, where it is not a public one. */
  authority?: string;
  /** How long one request may take, in milliseconds. */
  timeout: number;
}

/** Where a validator's key is kept, outside of this process. */
export interface RemoteSignerOptions extends SignerAccess {
  zoneId: Bytes32;
  /** Whose signatures are expected; others are not taken. */
  validator: Address;
}

const REFUSED = 422;
/** Types whose message holds a digest: the signer is shown what it stands for. */
const WITH_DOCUMENT = new Set([
  "Rotation",
  "ZoneManifest",
  "ReserveStatement",
  "ClaimCertificate",
  "CreatorStatement",
]);

/** Asks a signer in another process. It needs not be there when the node starts. */
export function remoteSigner(options: RemoteSignerOptions): ValidatorSigner {
  const { zoneId, validator } = options;
  return typedSigner(zoneId, {
    account: validator,
    async signTyped(request) {
      const signature = await ask(options, toWire(requestOf(request)));
      const digest = TypedDataEncoder.hash(request.domain, request.types, request.value) as Bytes32;
      const signer = recoverSigner(digest, signature);
      if (isSameAddress(signer, validator)) return signature;
      throw new SigningRefusedError("The signer signs with another key than the configured one.", {
        details: [`Configured: ${validator}`, `It signed as: ${signer}`],
      });
    },
  });
}

function requestOf({ domain, types, value, document }: TypedRequest): object {
  const [primaryType = ""] = Object.keys(types);
  const { name, version, salt, chainId, verifyingContract } = domain;
  return {
    primaryType,
    domain: {
      name,
      version,
      salt,
      ...(chainId === undefined || chainId === null ? {} : { chainId: `${chainId}` }),
      ...(verifyingContract === undefined ? {} : { verifyingContract }),
    },
    message: value,
    ...(WITH_DOCUMENT.has(primaryType) ? { document } : {}),
  };
}

/**
 * Whose key a signer keeps, and for which zone.
 *
 * @throws SignerUnavailableError
 */
export async function signerHealth(access: SignerAccess): Promise<SignerHealth> {
  const { text } = await send(access, "GET", HEALTH_PATH);
  return readAnswer(signerHealthSchema, text, access);
}

async function ask(options: SignerAccess, body: string): Promise<string> {
  const { status, text } = await send(options, "POST", SIGN_PATH, body);
  const answer = readAnswer(signingAnswerSchema, text, options);
  if ("signature" in answer) return answer.signature;
  const { code, message, details } = answer.error;
  const all = [`It says: ${code}: ${message}`, ...details];
  if (status === REFUSED)
    throw new SigningRefusedError("The signer will not sign this.", { details: all });
  throw new SignerUnavailableError("The signer cannot sign now.", { details: all });
}

function readAnswer<T>(schema: z.ZodMiniType<T>, text: string, { at }: SignerAccess): T {
  try {
    return parseShape(schema, parseJson(text, MAX_SIGNING_REQUEST), "The signer's answer");
  } catch (cause) {
    throw new SignerUnavailableError("The signer answered something that cannot be read.", {
      cause,
      details: [`Signer: ${nameOf(at)}`],
    });
  }
}

const nameOf = (at: SignerAccess["at"]) => ("socket" in at ? at.socket : new URL(at.url).origin);

/** Sends one request. Rejects with SignerUnavailableError when it is not answered in time. */
async function send(
  { at, token, authority, timeout }: SignerAccess,
  method: "GET" | "POST",
  path: string,
  body = "",
): Promise<{ status: number; text: string }> {
  const options: RequestOptions & { ca?: string } = {
    method,
    headers: {
      "content-type": "application/json",
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    signal: AbortSignal.timeout(timeout),
    ...(authority === undefined ? {} : { ca: authority }),
  };
  try {
    const out =
      "socket" in at
        ? httpRequest({ ...options, socketPath: at.socket, path })
        : requestTo(new URL(path, at.url), options);
    out.end(body);
    const [answer]: IncomingMessage[] = await once(out, "response");
    if (answer === undefined) throw new TypeError("no answer");
    return { status: answer.statusCode ?? 0, text: await readAll(answer) };
  } catch (cause) {
    throw new SignerUnavailableError("The signer does not answer.", {
      cause,
      details: [`Signer: ${nameOf(at)}`],
    });
  }
}

async function readAll(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer) {
    size += chunk.length;
    if (size > MAX_SIGNING_REQUEST) throw new RangeError("The answer is too long.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

const requestTo = (url: URL, options: RequestOptions) =>
  url.protocol === "https:" ? httpsRequest(url, options) : httpRequest(url, options);
