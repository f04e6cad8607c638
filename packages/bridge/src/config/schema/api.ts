import * as z from "zod/mini";
import { text } from "./fields.ts";

/** Where the node answers. */
export const apiSchema = z.strictObject({
  host: z._default(text, "127.0.0.1"),
  port: z._default(z.int().check(z.nonnegative(), z.maximum(65_535)), 4_100),
});
