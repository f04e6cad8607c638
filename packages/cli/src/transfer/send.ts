import { formatAssetId } from "@ryugu/sdk/primitives";
import {
  type SentTransfer,
  sendTransfer,
  standardOf,
  type TransferRequest,
} from "@ryugu/sdk/transfer";
import { type Chains, withChains } from "../chain/chains.ts";
import type { Cli } from "../cli.ts";
import { EXIT } from "../exit-code.ts";
import type { KeyOptions } from "../keys/key-place.ts";
import { loadKey } from "../keys/load-key.ts";
import type { Outcome } from "../outcome.ts";
import { type Block, fields, lines } from "../output/blocks.ts";
import { grouped } from "../output/number.ts";
import { render } from "../output/render.ts";
import { safeJson } from "../output/safe.ts";
import { accent, faint, good } from "../output/style.ts";
import { type OpenZone, openZone, type ZoneOptions } from "../zone/open-zone.ts";
import { watch } from "./follow.ts";
import { readRequest, type SendWords } from "./request.ts";

/** What `transfer send` takes. */
export type SendOptions = ZoneOptions & KeyOptions & SendWords & { follow?: boolean };

/** `ryugu transfer send` */
export async function sendCommand(
  cli: Cli,
  assets: readonly string[],
  options: SendOptions,
): Promise<Outcome> {
  const request = readRequest(assets, options, cli.now());
  const found = await openZone(cli, options);
  return withChains(found.zone, async (chains) => {
    const sent = await send(cli, found, chains, request, options);
    if (!options.follow) {
      return { json: sentJson(sent, request), view: sentView(sent, request), exitCode: EXIT.ok };
    }
    const { output } = cli;
    output.result(
      output.json
        ? safeJson(sentJson(sent, request))
        : `${render(sentView(sent, request), output.colour)}\n`,
    );
    return watch(cli, found.zone, chains, sent.messageId);
  });
}

async function send(
  cli: Cli,
  { zone, local }: OpenZone,
  chains: Chains,
  request: TransferRequest,
  options: KeyOptions,
): Promise<SentTransfer> {
  const provider = chains.providerOf(request.origin);
  const key = await loadKey(cli, options, local);
  cli.output.progress(
    faint(
      `Sending ${Math.max(1, request.ids.length)} from ${key.address} to ${request.destination} …`,
    ),
  );
  return sendTransfer(zone, key.connect(provider), request);
}

function sentJson({ gasUsed, ...sent }: SentTransfer, request: TransferRequest) {
  return {
    ...sent,
    gasUsed: { send: Number(gasUsed.send), approve: Number(gasUsed.approve) },
    assets: assetIds(request),
    ...(request.amounts && { amounts: request.amounts.map(String) }),
    recipient: request.recipient,
  };
}

function sentView(sent: SentTransfer, request: TransferRequest): Block[] {
  const { send: sending, approve } = sent.gasUsed;
  const approval = approve > 0n ? ` and ${grouped(approve)} for the approval` : "";
  return [
    lines([good("✓ "), `Sent to ${request.recipient} on ${sent.destination}.`]),
    fields(
      ["message id", accent(sent.messageId)],
      ...assetIds(request).map((id, i): [string, string] => [
        i === 0 ? "assets" : "",
        withAmount(id, request.amounts?.[i]),
      ]),
      ["lane", `${sent.origin} → ${sent.through ?? sent.destination}, message ${sent.sequence}`],
      ["transaction", accent(sent.transaction)],
      ["gas", `${grouped(sending)}${approval}`],
    ),
  ];
}

function assetIds(request: TransferRequest): string[] {
  const { origin, token, ids } = request;
  const of = { chain: origin, contract: token, standard: standardOf(request) };
  return ids.length === 0
    ? [formatAssetId(of)]
    : ids.map((tokenId) => formatAssetId({ ...of, tokenId }));
}

const withAmount = (id: string, amount: bigint | undefined) =>
  amount === undefined ? id : `${id} × ${grouped(amount)}`;
