import type { WaitingCredit } from "./credit.ts";

/** An endpoint as a shell takes it: quoted where it is no plain word. */
const word = (text: string) =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

/** The command that takes a credit with nobody's help: it asks the chain alone. */
export function claimCommand(
  { chain, place, currency }: WaitingCredit,
  { rpcUrl, to }: { rpcUrl: string; to?: string | undefined },
): string {
  return [
    `ryugu payout credit claim --place ${place} --currency ${currency}`,
    ...(to === undefined ? [] : [`--to ${to}`]),
    `--rpc ${word(`${chain}=${rpcUrl}`)}`,
  ].join(" \\\n  ");
}
