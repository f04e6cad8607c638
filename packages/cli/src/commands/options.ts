import type { Command } from "commander";

/** Adds the options that name a zone. */
export function withZone(command: Command): Command {
  return command
    .option(
      "--manifest <url or file>",
      "the zone's signed manifest (default: the zone that runs here)",
    )
    .option(
      "--trust <zone id>:<set hash>",
      "the zone id and genesis set hash that the manifest must match",
    );
}

/** Adds the options that name a key. A key itself is never an argument: other users could see it. */
export function withKey(command: Command): Command {
  return command
    .option("--keystore <file>", "the encrypted key that signs (also: RYUGU_KEYSTORE)")
    .option(
      "--passphrase-file <file>",
      "the file with its passphrase (also: RYUGU_PASSPHRASE_FILE)",
    );
}

/** Adds the options that name a key which only pays: it may stand in the environment too. */
export function withPayer(command: Command): Command {
  return withKey(command).option(
    "--key-env <name>",
    "the variable of the environment that holds the private key, instead of a keystore",
  );
}

/** Adds the options that name one chain: a zone's, or any by its endpoints. */
export function withChainChoice(command: Command): Command {
  return withZone(command)
    .option("--chain <id>", "which of the zone's chains (CAIP-2), where it has several")
    .option(
      "--rpc <chain=url...>",
      "a chain by its RPC endpoints instead, asked in turn: eip155:1=https://rpc.example",
    );
}

/** Adds the options that name all chains of a zone. */
export function withZoneChains(command: Command): Command {
  return withZone(command).option(
    "--rpc <chain=url...>",
    "RPC endpoints to ask instead of the manifest's: eip155:1=https://rpc.example",
  );
}

/** Adds the options that name a content store. */
export function withStore(command: Command): Command {
  return command
    .option("--store <folder>", "the folder where content is kept (default: the local zone's)")
    .option("--ipfs-rpc <url>", "an IPFS node's RPC address, instead of a folder");
}
