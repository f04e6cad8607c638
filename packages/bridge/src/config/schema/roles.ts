import * as z from "zod/mini";

/** What a process of a node does. */
export const ROLES = ["observe", "attest", "relay", "audit", "payout", "api"] as const;

/** One of the roles. */
export type Role = (typeof ROLES)[number];

/** The roles of one process: all but `payout`, which a node has when it is named, unless the node is made of several processes on one PostgreSQL. */
export const rolesSchema = z._default(
  z.array(z.enum(ROLES)).check(
    z.minLength(1),
    z.refine((roles) => new Set(roles).size === roles.length, "expected each role once"),
  ),
  ROLES.filter((role) => role !== "payout"),
);
