import * as z from "zod/mini";
import { text } from "./fields.ts";
import { secretSchema } from "./keys.ts";

/** A schema in a PostgreSQL database, shared by all processes of this node and by nobody else. */
const postgresSchema = z.strictObject({
  /** `postgres://user:password@host:port/database`, from where secrets are kept. */
  url: secretSchema,
  schema: z._default(
    z
      .string()
      .check(z.regex(/^[a-z][a-z0-9_]{0,47}$/, "expected a name in lower case, such as ryugu")),
    "ryugu",
  ),
});

/** Where the node keeps what it knows: an SQLite file, for one process, or PostgreSQL. */
export const databaseSchema = z.union([text, z.strictObject({ postgres: postgresSchema })], {
  error: "expected a file, or { postgres: { url: … } }",
});
