import * as z from "zod/mini";

/** Who may ask this node's API. */
export const accessSchema = z.strictObject({
  /**
   * Whether everybody may ask what is nobody's secret: transfers, events, vaults, statements. What peers and exits
   * depend on (lanes, archived messages, attestations, certificates) is always open.
   */
  open: z._default(z.boolean(), true),
  /** Whether everybody may read the metrics. */
  openMetrics: z._default(z.boolean(), true),
  /** Whom the operator gave a token. A regulator sees statements, events and the node's trail, and nothing else. */
  tokens: z._default(
    z
      .array(
        z.strictObject({
          name: z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9 ._-]{0,63}$/)),
          role: z.enum(["regulator", "operator"]),
          /** SHA-256 of the token, as hex: the token itself is nowhere in this file. */
          sha256: z
            .string()
            .check(z.regex(/^[0-9a-f]{64}$/, "expected 64 hex digits in lower case")),
        }),
      )
      .check(z.maxLength(64)),
    [],
  ),
});
