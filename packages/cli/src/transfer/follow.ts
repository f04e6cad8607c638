import { type Bytes32, bytes32 } from "@ryugu/sdk/primitives";
import {
  chainSource,
  followTransfer,
  nodeSource,
  TransferNotFoundError,
  type TransferProgress,
  type TransferSource,
} from "@ryugu/sdk/transfer";
import type { Zone } from "@ryugu/sdk/zone";
import { type Chains, withChains } from "../chain/chains.ts";
import type { Cli } from "../cli.ts";
import { FollowTimeoutError } from "../errors.ts";
import { EXIT } from "../exit-code.ts";
import { parseSpan } from "../input/time.ts";
import type { Outcome } from "../outcome.ts";
import { renderLine } from "../output/render.ts";
import { safeJson } from "../output/safe.ts";
import type { Line } from "../output/style.ts";
import { openZone, type ZoneOptions } from "../zone/open-zone.ts";
import { introduction, news } from "./news.ts";

/** How long a message may be unknown to everybody, in milliseconds. */
const PATIENCE = 10_000;

/** `ryugu transfer follow` */
export async function followCommand(
  cli: Cli,
  id: string,
  options: ZoneOptions & { timeout?: string },
): Promise<Outcome> {
  const messageId = bytes32(id);
  const limit = options.timeout === undefined ? undefined : parseSpan(options.timeout, "--timeout");
  const { zone } = await openZone(cli, options);
  return withChains(zone, (chains) => watch(cli, zone, chains, messageId, limit));
}

/** Writes a transfer's progress as it comes. Ends when the transfer has ended, or after `limit` seconds. */
export async function watch(
  cli: Cli,
  zone: Zone,
  chains: Chains,
  messageId: Bytes32,
  limit?: number,
): Promise<Outcome> {
  const onChain = chainSource(zone, chains.provider);
  const nodes = nodeSource(
    zone.manifest.partners.map(({ nodeUrl }) => nodeUrl),
    { fetch: cli.fetch },
  );
  let last: TransferProgress | undefined;
  try {
    const signal = limit === undefined ? cli.signal : withLimit(cli.signal, messageId, limit);
    const sources = [nodes, onChain];
    const wait = cli.wait && { wait: cli.wait };
    const options = { sources, confirm: onChain, patience: PATIENCE, signal, ...wait };
    for await (const status of followTransfer(messageId, options)) {
      tell(cli, zone, last, status);
      last = status;
    }
  } catch (error) {
    throw await whyUnknown(error, onChain, messageId);
  }
  return { streamed: true, exitCode: last?.state === "returned" ? EXIT.negative : EXIT.ok };
}

function tell(
  cli: Cli,
  zone: Zone,
  before: TransferProgress | undefined,
  now: TransferProgress,
): void {
  const { output } = cli;
  const told: Line[] = before === undefined ? [...introduction(zone, now), ""] : [];
  const results = output.json
    ? [safeJson(now)]
    : [...told, ...news(zone, before, now)].map((line) => renderLine(line, output.colour));
  for (const result of results) output.result(result);
}

function withLimit(signal: AbortSignal, messageId: Bytes32, seconds: number): AbortSignal {
  const limit = new AbortController();
  const stop = () =>
    limit.abort(
      new FollowTimeoutError(`No end of the transfer was seen within ${seconds} s.`, {
        details: [`Message: ${messageId}`, "It goes on, if it was sent."],
      }),
    );
  setTimeout(stop, seconds * 1_000).unref();
  return AbortSignal.any([signal, limit.signal]);
}

/** "Nobody knows it" is only true when the chains could be asked. */
async function whyUnknown(
  error: unknown,
  onChain: TransferSource,
  messageId: Bytes32,
): Promise<unknown> {
  if (!(error instanceof TransferNotFoundError)) return error;
  return onChain.status(messageId).then(
    () => error,
    (unreachable: unknown) => unreachable,
  );
}
