import { address, type Bytes32, bytes32, type ChainId } from "@ryugu/sdk/primitives";
import {
  anyArchive,
  chainArchive,
  claimTransfer,
  type EndedTransfer,
  type EndingOptions,
  type MessageArchive,
  nodeArchive,
  readAttestations,
  redirectTransfer,
  retryTransfer,
  TransferNotFoundError,
} from "@ryugu/sdk/transfer";
import { zoneLanes } from "@ryugu/sdk/zone";
import type { Signer } from "ethers";
import { type Chains, withChains } from "../chain/chains.ts";
import type { Cli } from "../cli.ts";
import { EXIT } from "../exit-code.ts";
import { readTextSource } from "../input/read-source.ts";
import type { KeyOptions } from "../keys/key-place.ts";
import { loadKey } from "../keys/load-key.ts";
import type { Outcome } from "../outcome.ts";
import { fields, lines } from "../output/blocks.ts";
import { grouped } from "../output/number.ts";
import { accent, faint, good, warn } from "../output/style.ts";
import { type OpenZone, openZone, type ZoneOptions } from "../zone/open-zone.ts";

type Options = ZoneOptions & KeyOptions;

/** Attestations of a whole lane fit in this, in bytes. */
const MAX_ATTESTATIONS = 1_000_000;

/** `ryugu transfer claim` */
export function claimCommand(
  cli: Cli,
  id: string,
  options: Options & { attestations?: string[] },
): Promise<Outcome> {
  return endCommand(cli, id, options, async ({ zone }, signer, messageId, archives) => {
    const sources = options.attestations ?? [];
    const texts = await Promise.all(
      sources.map((source) => readTextSource(cli, source, MAX_ATTESTATIONS)),
    );
    const attestations = texts.flatMap((text) => readAttestations(zone, text));
    const given = sources.length > 0 ? { attestations } : {};
    return claimTransfer(zone, signer, messageId, {
      archives,
      nodes: { fetch: cli.fetch },
      ...given,
    });
  });
}

/** `ryugu transfer retry` */
export function retryCommand(cli: Cli, id: string, options: Options): Promise<Outcome> {
  return endCommand(cli, id, options, ({ zone }, signer, messageId, archives) =>
    retryTransfer(zone, signer, messageId, { archives }),
  );
}

/** `ryugu transfer redirect` */
export function redirectCommand(
  cli: Cli,
  id: string,
  options: Options & { recipient: string },
): Promise<Outcome> {
  const recipient = address(options.recipient);
  return endCommand(cli, id, options, ({ zone }, signer, messageId, archives) =>
    redirectTransfer(zone, signer, messageId, { archives, recipient }),
  );
}

type End = (
  found: OpenZone,
  signer: Signer,
  messageId: Bytes32,
  archives: EndingOptions["archives"],
) => Promise<EndedTransfer>;

async function endCommand(cli: Cli, id: string, options: Options, end: End): Promise<Outcome> {
  const messageId = bytes32(id);
  const found = await openZone(cli, options);
  return withChains(found.zone, async (chains) => {
    const archives = archivesOf(cli, found, chains);
    const chain = await destinationOf(found, archives, messageId);
    const key = await loadKey(cli, options, found.local);
    cli.output.progress(faint(`Asking the gateway on ${chain} …`));
    const signer = key.connect(chains.providerOf(chain));
    return report(await end(found, signer, messageId, archives));
  });
}

function archivesOf(cli: Cli, { zone }: OpenZone, chains: Chains): MessageArchive[] {
  const nodes = zone.manifest.partners.map(({ nodeUrl }) => nodeUrl);
  return [nodeArchive(nodes, { fetch: cli.fetch }), chainArchive(zone, chains.provider)];
}

async function destinationOf(
  { zone }: OpenZone,
  archives: readonly MessageArchive[],
  messageId: Bytes32,
): Promise<ChainId> {
  const message = await anyArchive(archives).find(messageId);
  const lane = zoneLanes(zone).find(({ id }) => id === message?.laneId);
  if (lane !== undefined) return lane.destination.chain;
  throw new TransferNotFoundError("No node or chain knows this message.", {
    details: [`Message: ${messageId}`],
  });
}

function report(ended: EndedTransfer): Outcome {
  const { messageId, state, returnId, transaction, gasUsed } = ended;
  const isReturned = state === "returned";
  const rows: [string, ReturnType<typeof accent> | string][] = [
    ["message id", accent(messageId)],
    ...(returnId === undefined
      ? []
      : [["return id", accent(returnId)] as [string, ReturnType<typeof accent>]]),
    ["transaction", accent(transaction)],
    ["gas", grouped(gasUsed)],
  ];
  return {
    json: { ...ended, gasUsed: Number(gasUsed) },
    view: [
      lines(
        isReturned
          ? [warn("! "), "Its time was over: what it carried goes back."]
          : [good("✓ "), "Delivered."],
      ),
      fields(...rows),
    ],
    exitCode: isReturned ? EXIT.negative : EXIT.ok,
  };
}
