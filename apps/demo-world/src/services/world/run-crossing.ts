import { address, bytes32, chainId } from "@ryugu/sdk/primitives";
import { followTransfer, sendTransfer, type TransferStatus } from "@ryugu/sdk/transfer";
import { partnerOf, type Zone } from "@ryugu/sdk/zone";
import type { Signer } from "ethers";
import { type Crossing, type CrossingNews, hasLeft } from "../../sim/crossing/crossing.ts";
import type { Chains } from "./chains.ts";
import { type CrossingHealth, createHealth, watchChains } from "./crossing-health.ts";
import { crossingProblem } from "./crossing-problem.ts";
import { crossingSources } from "./crossing-sources.ts";
import { findMessage } from "./find-message.ts";
import { tokenOn } from "./locate-token.ts";

/** What a walk through the gate needs and whom it tells. */
export interface CrossingParts {
  zone: Zone;
  chains: Chains;
  account: string;
  /** The chain that the walk leads to. */
  destination: string;
  /** The account on the chain that the token leaves. */
  signer(): Promise<Signer>;
  /** Sees to it that the account can pay for gas on the chain that the token leaves. */
  gas(): Promise<void>;
  tell(news: CrossingNews): void;
  now(): number;
}

const INTERVAL = 300;
const ENDS: readonly string[] = ["delivered", "returned"];

/**
 * Brings a token through the gate, or goes on with one that is on its way: gas, approval, sending, following to the
 * end. What goes wrong before it has left ends this with a `problem`, and may be begun again; after that it only
 * waits, for as long as the signal lasts.
 */
export async function runCrossing(
  parts: CrossingParts,
  crossing: Crossing,
  signal: AbortSignal,
): Promise<void> {
  const messageId = crossing.messageId ?? (await send(parts, crossing));
  if (messageId === undefined) return;
  await follow(parts, crossing, messageId, signal);
}

async function send(parts: CrossingParts, crossing: Crossing): Promise<string | undefined> {
  const { zone, chains, account, destination, tell, now } = parts;
  let step: "gas" | "sending" = "gas";
  try {
    // A page that was closed while it sent does not send again what has left.
    const wasSending = crossing.at.sending !== undefined && !hasLeft(crossing);
    const lost = { token: crossing.token, to: destination, account };
    const provider = chains.provider(crossing.token.chain);
    const found = wasSending ? await findMessage(zone, provider, lost) : undefined;
    if (found !== undefined) {
      tell({ kind: "sent", messageId: found, now: now() });
      return found;
    }
    await parts.gas();
    step = "sending";
    tell({ kind: "phase", phase: "sending", now: now() });
    const sent = await sendTransfer(zone, await parts.signer(), {
      origin: chainId(crossing.token.chain),
      destination: chainId(destination),
      token: address(crossing.token.contract),
      ids: [BigInt(crossing.token.id)],
      recipient: address(account),
    });
    tell({ kind: "sent", messageId: sent.messageId, now: now() });
    return sent.messageId;
  } catch (error) {
    tell({ kind: "problem", problem: crossingProblem(error, step) });
    return undefined;
  }
}

async function follow(
  parts: CrossingParts,
  { token }: Crossing,
  messageId: string,
  signal: AbortSignal,
): Promise<void> {
  const { zone, chains, destination, tell } = parts;
  let health: CrossingHealth = "well";
  const sayHealth = () =>
    tell(health === "well" ? { kind: "well" } : { kind: "problem", problem: health });
  const hear = createHealth((next) => {
    health = next;
    sayHealth();
  });
  const end = new AbortController();
  const both = AbortSignal.any([signal, end.signal]);
  const { sources, confirm } = crossingSources(zone, chains, (doAnswer) => hear("nodes", doAnswer));
  void watchChains(
    chains,
    [token.chain, destination],
    (doAnswer) => hear("chains", doAnswer),
    both,
  );
  const following = followTransfer(bytes32(messageId), {
    sources,
    confirm,
    interval: INTERVAL,
    // A node that lags, or a chain that is down, does not make a message unknown.
    patience: Number.POSITIVE_INFINITY,
    signal,
  });
  try {
    for await (const status of following) {
      await tellStatus(parts, status);
      // A step further says that all is well, which it need not be.
      if (health !== "well" && !ENDS.includes(status.state)) sayHealth();
    }
  } finally {
    end.abort();
  }
}

async function tellStatus(parts: CrossingParts, status: TransferStatus): Promise<void> {
  const { zone, chains, destination, tell, now } = parts;
  const signers = status.signers.map((signer) => partnerOf(zone, signer)?.name ?? signer);
  if (signers.length > 0) tell({ kind: "signed", signers, quorum: status.quorum });
  if (status.state === "parked") {
    return tell({ kind: "parked", detail: status.parkedReason ?? "", now: now() });
  }
  if (status.state === "delivered") {
    return tell({
      kind: "arrived",
      token: await untilKnown(() => tokenOn(zone, chains, status, destination)),
      now: now(),
    });
  }
  tell({ kind: "phase", phase: status.state, now: now() });
}

const PAUSE = 1_000;

/** What has been delivered is there: a chain that cannot be asked just now is asked again. */
async function untilKnown<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}
