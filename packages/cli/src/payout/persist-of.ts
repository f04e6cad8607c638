import type { PersistOptions } from "@ryugu/sdk/payout";
import type { Cli } from "../cli.ts";

/** How patiently chains are asked again, until the person stops it. */
export const persistOf = ({ signal, wait }: Pick<Cli, "signal" | "wait">): PersistOptions => ({
  signal,
  ...(wait && { wait }),
});
