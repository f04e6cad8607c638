import * as z from "zod/mini";

/** How vaults are compared with what they owe. */
export const auditSchema = z.strictObject({
  /**
   * What a shortfall leads to besides an alarm: `quarantine` stops the collection by this validator's own pause on both chains,
   * `pause-lanes` does so too, but pauses the lanes between the two chains where it is money that the council listed, `report`
   * leaves all of it to people.
   */
  act: z._default(z.enum(["quarantine", "pause-lanes", "report"]), "quarantine"),
  /** How long the auditor rests between two looks at every vault. */
  intervalMs: z._default(z.int().check(z.minimum(100), z.maximum(86_400_000)), 30_000),
});
