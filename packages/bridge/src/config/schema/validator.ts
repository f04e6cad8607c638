import * as z from "zod/mini";
import { isLoopback } from "../../domain/independence.ts";
import { account, httpUrl, text } from "./fields.ts";
import { type keySchema, secretSchema } from "./keys.ts";

/** Over plain HTTP a token is read by whoever is between: only this machine may be asked so. */
const isPrivate = (url: string | undefined) =>
  url === undefined || url.startsWith("https:") || isLoopback(url);

const remoteSchema = z
  .strictObject({
    /** A Unix socket that only the signer's user can open. */
    socket: z.optional(text),
    /** Or where it answers: https, or http on this machine. */
    url: z.optional(
      httpUrl.check(z.refine(isPrivate, "expected https, or a port of this machine")),
    ),
    /** What the signer asks to be told; needed for a URL. */
    token: z.optional(secretSchema),
    /** The certificate of whoever vouches for the signer, in PEM; left out where a public authority does. */
    authority: z.optional(text),
    /** Whose signatures are expected. */
    address: account,
    timeoutMs: z._default(z.int().check(z.minimum(100), z.maximum(60_000)), 5_000),
  })
  .check(
    z.refine(
      ({ socket, url, token }) =>
        (socket === undefined) !== (url === undefined) &&
        (url === undefined || token !== undefined),
      "expected { socket, address } or { url, token, address }",
    ),
  );

/** What a validator's configuration comes to. */
type ValidatorChoice = { remote: RemoteValidator } | z.output<typeof keySchema>;

/** The validator's key: in this process's memory, or kept by a signer in another process. */
export const validatorSchema = z.pipe(
  z
    .strictObject({
      /** An encrypted keystore file (Web3 Secret Storage, version 3). */
      keystore: z.optional(text),
      passphrase: z.optional(secretSchema),
      remote: z.optional(remoteSchema),
    })
    .check(
      z.refine(
        ({ keystore, passphrase, remote }) =>
          remote === undefined
            ? keystore !== undefined && passphrase !== undefined
            : keystore === undefined && passphrase === undefined,
        "expected { keystore, passphrase } or { remote }",
      ),
    ),
  z.transform(({ keystore, passphrase, remote }): ValidatorChoice => {
    if (remote !== undefined) return { remote };
    if (keystore !== undefined && passphrase !== undefined) return { keystore, passphrase };
    return z.NEVER;
  }),
);

/** How a signer in another process is reached. */
export type RemoteValidator = z.output<typeof remoteSchema>;
