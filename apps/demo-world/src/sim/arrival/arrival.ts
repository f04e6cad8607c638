import * as z from "zod/mini";
import { avatarSchema } from "../protocol/references.ts";
import { cleanName } from "../text/said.ts";

/** Where somebody is on the way in. */
export type ArrivalStage =
  /** The title over the sea. */
  | "title"
  /** Who one will be: avatar and name. */
  | "who"
  /** A new key, or a wallet of one's own. */
  | "key"
  /** A key that was made here before. */
  | "unlock"
  /** A key from elsewhere: words or a backup. */
  | "recover"
  /** Signing in; the world is loading. */
  | "entering"
  | "inside"
  /** The same person has come in through another tab. */
  | "replaced";

/** What somebody chose to be. */
export interface Visitor {
  name: string;
  avatar: z.output<typeof avatarSchema>;
}

const visitorSchema = z.object({ name: z.string().check(z.maxLength(200)), avatar: avatarSchema });

/** What was kept of an earlier visit; undefined for anything that is no visitor. */
export function readVisitor(value: unknown): Visitor | undefined {
  const read = visitorSchema.safeParse(value);
  if (!read.success) return undefined;
  const name = cleanName(read.data.name);
  return name === "" ? undefined : { name, avatar: read.data.avatar };
}

/** Where "back" leads from a stage; undefined where there is no way back. */
export function stageBefore(stage: ArrivalStage, hasKey: boolean): ArrivalStage | undefined {
  switch (stage) {
    case "who":
    case "unlock":
      return "title";
    case "key":
      return "who";
    case "recover":
      return hasKey ? "unlock" : "key";
    default:
      return undefined;
  }
}

/** Where the first step leads: who comes back has a key here already. */
export const stageAfterTitle = (visitor: Visitor | undefined, hasKey: boolean): ArrivalStage =>
  visitor !== undefined && hasKey ? "unlock" : "who";

/** Where one goes after choosing who to be. */
export const stageAfterWho = (hasKey: boolean): ArrivalStage => (hasKey ? "unlock" : "key");
