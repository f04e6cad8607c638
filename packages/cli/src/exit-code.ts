import { RyuguError } from "@ryugu/sdk/errors";

/** What the command's exit code means. Documented in `docs/reference/cli.md`, which a test compares. */
export const EXIT = {
  ok: 0,
  negative: 1,
  usage: 2,
  notFound: 3,
  refused: 4,
  unavailable: 5,
  defect: 70,
  interrupted: 130,
} as const;

/** One of the exit codes. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** One sentence per exit code, for help and the reference. */
export const EXIT_MEANINGS: readonly (readonly [ExitCode, string])[] = [
  [EXIT.ok, "Done, and the answer is good."],
  [EXIT.negative, "Done, and the answer is no: a file has errors, a signature is wrong."],
  [EXIT.usage, "The command line, an id, or a key's passphrase is wrong. Nothing was done."],
  [EXIT.notFound, "There is no such file, zone, token, content, transfer or split."],
  [EXIT.refused, "A chain or a contract refused the transaction."],
  [EXIT.unavailable, "A chain, node or store could not be reached. Trying again may help."],
  [EXIT.defect, "A defect in ryugu itself. Please report it."],
  [EXIT.interrupted, "Stopped by Ctrl-C. A transfer that was sent goes on without you."],
];

const USAGE = [
  "usage",
  "invalid-hex",
  "invalid-address",
  "invalid-chain-id",
  "invalid-asset-id",
  "invalid-transfer",
  "integer-out-of-range",
  "key-missing",
  "invalid-keystore",
  "wrong-passphrase",
  "invalid-content-id",
  "invalid-ipfs-uri",
  "invalid-private-key",
  "invalid-amount",
  "invalid-shares",
  "invalid-period",
];
const NOT_FOUND = [
  "input-unreadable",
  "link-unreadable",
  "content-not-found",
  "keystore-file",
  "zone-not-found",
  "token-not-found",
  "transfer-not-found",
  "not-in-zone",
  "split-not-found",
];
const REFUSED = [
  "transfer-refused",
  "transfer-not-waiting",
  "mint-refused",
  "not-owner",
  "wrong-chain",
  "endpoint-wrong-chain",
  "foreign-code",
  "deployment-proxy-missing",
  "deployer-unfunded",
  "council-act",
  "quorum-missed",
  "payout-refused",
  "payout-chain",
];

const BY_CODE: ReadonlyMap<string, ExitCode> = new Map([
  ...USAGE.map((code) => [code, EXIT.usage] as const),
  ...NOT_FOUND.map((code) => [code, EXIT.notFound] as const),
  ...REFUSED.map((code) => [code, EXIT.refused] as const),
  ["interrupted", EXIT.interrupted] as const,
]);

/** The exit code for whatever a command threw. */
export function exitCodeOf(error: unknown): ExitCode {
  if (!(error instanceof RyuguError)) return EXIT.defect;
  return BY_CODE.get(error.code) ?? (error.retryable ? EXIT.unavailable : EXIT.negative);
}
