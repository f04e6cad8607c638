import { transferStateSchema } from "@ryugu/sdk/transfer";
import * as z from "zod/mini";
import { chain, httpUrl } from "./fields.ts";
import { secretSchema } from "./keys.ts";

const account = z.string().check(z.regex(/^0x[0-9a-fA-F]{40}$/, "expected a 0x address"));

/** Somebody whom this node tells about transfers as they move. */
export const webhookSchema = z.strictObject({
  /** Unique. Where the endpoint was left is remembered under it. */
  name: z
    .string()
    .check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/, "expected lower-case letters, digits and dashes")),
  url: httpUrl,
  /** Holds `whsec_` and at least 24 bytes of base64, as Standard Webhooks writes it. */
  secret: secretSchema,
  /** The secret that is being replaced: messages are signed with both. */
  previousSecret: z.optional(secretSchema),
  /** Only transfers that fit all of it. */
  filter: z._default(
    z.strictObject({
      sender: z.optional(account),
      recipient: z.optional(account),
      /** A collection's address at home. */
      token: z.optional(account),
      /** A chain that the message leaves or goes to. */
      chain: z.optional(chain),
      states: z.optional(z.array(transferStateSchema).check(z.minLength(1))),
    }),
    {},
  ),
});
