import * as z from "zod/mini";
import { chain, httpUrl } from "./fields.ts";

/** How this node reaches one chain. */
export const chainSchema = z.strictObject({
  id: chain,
  /** This node's own RPC endpoints, best first. */
  rpcUrls: z.array(httpUrl).check(z.minLength(1), z.maxLength(16)),
  /** How many of them must answer alike before something is signed. */
  agreement: z._default(z.int().check(z.positive(), z.maximum(16)), 1),
});
