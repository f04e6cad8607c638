import type { Dialect } from "../dialect.ts";
import { auditing } from "./auditing.ts";
import { endings } from "./endings.ts";
import { keptManifest } from "./kept-manifest.ts";
import { lanesAndFacts } from "./lanes-and-facts.ts";
import { owner } from "./owner.ts";
import { payouts } from "./payouts.ts";
import { royalties } from "./royalties.ts";
import { statements } from "./statements.ts";
import { trail } from "./trail.ts";
import { validatorSets } from "./validator-sets.ts";
import { webhookCursors } from "./webhook-cursors.ts";

/**
 * The schema's versions, one file each. A file never changes once released: the next version is a new file at the end
 * of this list, and only adds to what is there, since processes of the release before go on beside it.
 */
export const MIGRATIONS: readonly ((dialect: Dialect) => string)[] = [
  lanesAndFacts,
  endings,
  validatorSets,
  keptManifest,
  auditing,
  webhookCursors,
  trail,
  owner,
  royalties,
  payouts,
  statements,
];
