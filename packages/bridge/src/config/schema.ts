import * as z from "zod/mini";
import { accessSchema } from "./schema/access.ts";
import { apiSchema } from "./schema/api.ts";
import { auditSchema } from "./schema/audit.ts";
import { chainSchema } from "./schema/chains.ts";
import { databaseSchema } from "./schema/database.ts";
import { httpUrl, text, word } from "./schema/fields.ts";
import { keySchema } from "./schema/keys.ts";
import { payoutSchema } from "./schema/payout.ts";
import { rolesSchema } from "./schema/roles.ts";
import { telemetrySchema } from "./schema/telemetry.ts";
import { tuningSchema } from "./schema/tuning.ts";
import { validatorSchema } from "./schema/validator.ts";
import { webhookSchema } from "./schema/webhooks.ts";

/** The node's configuration file. Paths are relative to it. */
export const nodeConfigSchema = z.strictObject({
  /** Where the JSON Schema lies, for editors. The node does not look at it. */
  $schema: z.optional(text),
  schema: z.literal("ryugu-node-config/1"),
  /** This partner's name in the zone manifest. */
  partner: text,
  manifest: z.strictObject({
    /** A file, or an http or https URL. Who serves it need not be trusted. */
    source: text,
    /** What the partner knows beforehand; the manifest is believed only if it agrees. */
    zoneId: word,
    genesisSetHash: word,
  }),
  /** An SQLite file, or PostgreSQL. */
  database: databaseSchema,
  /** What this process does; other processes of the node, on the same PostgreSQL, do the rest. */
  roles: rolesSchema,
  validator: validatorSchema,
  /** The account that pays for deliveries. Without it the node does not relay. */
  relayer: z.optional(keySchema),
  chains: z.array(chainSchema).check(z.minLength(1), z.maxLength(256)),
  audit: z._default(auditSchema, () => auditSchema.parse({})),
  /** What the role `payout` does. */
  payout: z._default(payoutSchema, () => payoutSchema.parse({})),
  access: z._default(accessSchema, () => accessSchema.parse({})),
  api: z._default(apiSchema, () => apiSchema.parse({})),
  /** Where peers answer, for those whose address here is not the manifest's. */
  peers: z._default(
    z.array(z.strictObject({ partner: text, url: httpUrl })).check(z.maxLength(256)),
    [],
  ),
  /** Whom this node tells about transfers as they move. */
  webhooks: z._default(
    z.array(webhookSchema).check(
      z.maxLength(64),
      z.refine(
        (webhooks) => new Set(webhooks.map(({ name }) => name)).size === webhooks.length,
        "expected names that differ",
      ),
    ),
    [],
  ),
  log: z._default(
    z.strictObject({ level: z._default(z.enum(["debug", "info", "warn", "error"]), "info") }),
    { level: "info" },
  ),
  telemetry: z._default(telemetrySchema, {}),
  tuning: z._default(tuningSchema, () => tuningSchema.parse({})),
});

/** The configuration as it is written: defaults may be left out. */
export type NodeConfigInput = z.input<typeof nodeConfigSchema>;
/** The configuration as the node holds it: complete, checked, readonly. */
export type NodeConfig = z.output<typeof nodeConfigSchema>;
export { DEFAULT_TUNING } from "./schema/tuning.ts";
