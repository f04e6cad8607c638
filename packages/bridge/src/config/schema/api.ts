import { isIP } from "node:net";
import * as z from "zod/mini";
import { text } from "./fields.ts";

const count = (usual: number) => z._default(z.int().check(z.positive(), z.maximum(65_535)), usual);

/** An address, or a network such as `10.0.0.0/8`. */
const network = z.string().check(
  z.regex(/^[0-9a-fA-F:.]{2,45}(?:\/[0-9]{1,3})?$/, "expected an IP address or a network"),
  z.refine((value) => {
    const [address = "", prefix = "0"] = value.split("/");
    const family = isIP(address);
    return family !== 0 && Number(prefix) <= (family === 4 ? 32 : 128);
  }, "expected an IP address or a network"),
);

/** What the API allows those who ask. */
const limitsSchema = z.strictObject({
  /** Connections held at once. When there are more, those that have waited longest without asking make place. */
  connections: count(1_024),
  /** Of those, the most that one address has: an IPv4 address, or an IPv6 network of 64 bits. */
  connectionsPerAddress: count(256),
  /** Event streams open at once. */
  streams: count(512),
  /** Of those, the most that one address has. */
  streamsPerAddress: count(128),
});

/** Where the node answers, and whom. */
export const apiSchema = z.strictObject({
  host: z._default(text, "127.0.0.1"),
  port: z._default(z.int().check(z.nonnegative(), z.maximum(65_535)), 4_100),
  /**
   * Proxies in front of the node. What they say in `x-forwarded-for` is believed, so that each person behind
   * them has limits of their own; they must set that header themselves.
   */
  trustedProxies: z._default(z.array(network).check(z.maxLength(64)), []),
  limits: z._default(limitsSchema, () => limitsSchema.parse({})),
});
