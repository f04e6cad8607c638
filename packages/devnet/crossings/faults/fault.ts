import type { Random } from "@ryugu/contracts/model";
import type { Crew } from "../people/crew.ts";

/** Something that goes wrong for a while. */
export interface Fault {
  name: string;
  /** How often it may happen in one run; as often as there is time by default. */
  most?: number;
  /**
   * Makes it happen, lets it last, and makes it good again, also where it fails in between.
   *
   * @returns whether there was anything that it could strike
   */
  happen(crew: Crew, random: Random): Promise<boolean>;
}

/** How often each fault happened. */
export type FaultCounts = Map<string, number>;
