import type { TransferProgress, TransferStatus } from "@ryugu/sdk/transfer";
import { partnerOf, type Zone } from "@ryugu/sdk/zone";
import { duration } from "../output/number.ts";
import { accent, bad, faint, good, type Line, type Span, warn } from "../output/style.ts";

/** How wide the column of states is. */
const STATE_WIDTH = 11;

/** What a person is told first of a transfer: where it goes and what it carries. */
export function introduction(zone: Zone, status: TransferStatus): Line[] {
  const ids = status.assets.map(({ id }) => `#${id}`).join(", ");
  const route = `${chainName(zone, status.originChain)} → ${chainName(zone, status.destinationChain)}`;
  return [
    [route, faint(`  message ${status.sequence}`)],
    [`${status.kind} of ${ids || "no asset"}`, faint(`  ${status.standard} ${status.homeToken}`)],
  ];
}

/** What is new since the look before: one line for each signature and each state, lane by lane. */
export function news(
  zone: Zone,
  before: TransferProgress | undefined,
  now: TransferProgress,
): Line[] {
  return now.legs.flatMap((leg, i) => {
    const known = before?.legs[i];
    const heading = i > 0 && known === undefined ? ["", ...introduction(zone, leg)] : [];
    return [...heading, ...legNews(zone, known, leg)];
  });
}

function legNews(zone: Zone, before: TransferStatus | undefined, now: TransferStatus): Line[] {
  const told: Line[] = [];
  if (before === undefined) told.push(row(good("✓"), "sent", ...place(zone, now.sent)));
  const wasFinal = before !== undefined && before.state !== "sent";
  if (now.state !== "sent" && !wasFinal) told.push(row(good("✓"), "final"));
  for (const [i, signer] of now.signers.entries()) {
    if (!before?.signers.includes(signer)) told.push(signature(zone, now, signer, i + 1));
  }
  if (now.state !== before?.state) told.push(...ending(zone, now));
  return told;
}

function row(mark: Span, state: string, ...about: readonly (string | Span)[]): Line {
  return ["  ", mark, ` ${state.padEnd(STATE_WIDTH)}`, ...about];
}

function signature(zone: Zone, { quorum }: TransferStatus, signer: string, count: number): Line {
  const name = partnerOf(zone, signer)?.name ?? signer;
  const tally = count <= quorum ? `  ${count} of ${quorum}` : "  one more than needed";
  return row(good("✓"), "signed", name, faint(tally));
}

function ending(zone: Zone, status: TransferStatus): Line[] {
  const { state, parkedReason = "no reason known", sent, delivered, deadline } = status;
  if (state === "delivered") {
    const name = status.kind === "return" ? "given back" : "delivered";
    const after = delivered && faint(`  ${duration(delivered.time - sent.time)} after sending`);
    const where = delivered && after ? [...place(zone, delivered), after] : [];
    return [row(good("✓"), isPassedOn(status) ? "passed on" : name, ...where)];
  }
  if (state === "returned")
    return [row(bad("✗"), "returned", "it came too late; what it carried goes back")];
  if (state !== "parked") return [];
  const until = deadline === undefined ? "" : ` until ${new Date(deadline * 1_000).toISOString()}`;
  return [row(warn("!"), "parked", `${parkedReason}; anyone may retry it${until}`)];
}

/** Whether home has carried a message out by sending another one. */
function isPassedOn({ kind, refundChain, destinationChain }: TransferStatus): boolean {
  return kind === "forward" || (kind === "return" && refundChain !== destinationChain);
}

function place(zone: Zone, { chain, block, hash }: TransferStatus["sent"]): (string | Span)[] {
  return [`block ${block} on ${chainName(zone, chain)}  `, accent(hash)];
}

function chainName(zone: Zone, id: string): string {
  return zone.manifest.chains.find((chain) => chain.id === id)?.name ?? id;
}
