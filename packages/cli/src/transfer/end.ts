import { address, type Bytes32, bytes32, type ChainId } from "@ryugu/sdk/primitives";
import {
  anyArchive,
  chainArchive,
  claimTransfer,
  deliverTransfer,
  type EndingOptions,
  type EvidenceOptions,
  type MessageArchive,
  nodeArchive,
  readAttestations,
  redirectTransfer,
  retryTransfer,
  TransferNotFoundError,
} from "@ryugu/sdk/transfer";
import { type Zone, zoneLanes } from "@ryugu/sdk/zone";
import type { Signer } from "ethers";
import { type Chains, withChains } from "../chain/chains.ts";
import type { Cli } from "../cli.ts";
import { readTextSource } from "../input/read-source.ts";
import type { KeyOptions } from "../keys/key-place.ts";
import { loadKey } from "../keys/load-key.ts";
import type { Outcome } from "../outcome.ts";
import { faint } from "../output/style.ts";
import { type OpenZone, openZone, type ZoneOptions } from "../zone/open-zone.ts";
import { claimReport, deliveryReport, endReport } from "./end-report.ts";

type Options = ZoneOptions & KeyOptions;

/** Where the signatures are, if not at the zone's nodes. */
type ProvenOptions = Options & { attestations?: string[] };

/** Attestations of a whole lane fit in this, in bytes. */
const MAX_ATTESTATIONS = 1_000_000;

/** `ryugu transfer claim` */
export function claimCommand(cli: Cli, id: string, options: ProvenOptions): Promise<Outcome> {
  return endCommand(cli, id, options, async ({ zone }, signer, messageId, archives) =>
    claimReport(
      await claimTransfer(zone, signer, messageId, {
        ...(await evidenceOf(cli, zone, archives, options)),
        onCollection: (collection) =>
          cli.output.progress([
            "The destination does not know the collection yet: ",
            faint(`claiming ${collection} first …`),
          ]),
      }),
    ),
  );
}

/** `ryugu transfer deliver` */
export function deliverCommand(cli: Cli, id: string, options: ProvenOptions): Promise<Outcome> {
  return endCommand(cli, id, options, async ({ zone }, signer, messageId, archives) =>
    deliveryReport(
      await deliverTransfer(zone, signer, messageId, {
        ...(await evidenceOf(cli, zone, archives, options)),
        onBatch: (sequence) => cli.output.progress(faint(`Delivered up to ${sequence} …`)),
      }),
    ),
  );
}

async function evidenceOf(
  cli: Cli,
  zone: Zone,
  archives: EndingOptions["archives"],
  { attestations: sources = [] }: ProvenOptions,
): Promise<EvidenceOptions> {
  const texts = await Promise.all(
    sources.map((source) => readTextSource(cli, source, MAX_ATTESTATIONS)),
  );
  const attestations = texts.flatMap((text) => readAttestations(zone, text));
  const given = sources.length > 0 ? { attestations } : {};
  return { archives, nodes: { fetch: cli.fetch }, ...given };
}

/** `ryugu transfer retry` */
export function retryCommand(cli: Cli, id: string, options: Options): Promise<Outcome> {
  return endCommand(cli, id, options, async ({ zone }, signer, messageId, archives) =>
    endReport(await retryTransfer(zone, signer, messageId, { archives })),
  );
}

/** `ryugu transfer redirect` */
export function redirectCommand(
  cli: Cli,
  id: string,
  options: Options & { recipient: string },
): Promise<Outcome> {
  const recipient = address(options.recipient);
  return endCommand(cli, id, options, async ({ zone }, signer, messageId, archives) =>
    endReport(await redirectTransfer(zone, signer, messageId, { archives, recipient })),
  );
}

type End = (
  found: OpenZone,
  signer: Signer,
  messageId: Bytes32,
  archives: EndingOptions["archives"],
) => Promise<Outcome>;

async function endCommand(cli: Cli, id: string, options: Options, end: End): Promise<Outcome> {
  const messageId = bytes32(id);
  const found = await openZone(cli, options);
  return withChains(found.zone, async (chains) => {
    const archives = archivesOf(cli, found, chains);
    const chain = await destinationOf(found, archives, messageId);
    const key = await loadKey(cli, options, found.local);
    cli.output.progress(faint(`Asking the gateway on ${chain} …`));
    const signer = key.connect(chains.providerOf(chain));
    return end(found, signer, messageId, archives);
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
