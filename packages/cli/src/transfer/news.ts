import type { TransferStatus } from "@ryugu/sdk/transfer";
import { partnerOf, type Zone } from "@ryugu/sdk/zone";
import { duration } from "../output/number.ts";
import { accent, bad, faint, good, type Line, warn } from "../output/style.ts";

/** How wide the column of states is. */
const STATE_WIDTH = 11;

/** What a person is told first of a transfer: where it goes and what it carries. */
export function introduction(status: TransferStatus): Line[] {
  const ids = status.assets.map(({ id }) => `#${id}`).join(", ");
  return [
    [`${status.originChain} → ${status.destinationChain}`, faint(`  message ${status.sequence}`)],
    [`${status.kind} of ${ids || "no asset"}`, faint(`  ${status.standard} ${status.homeToken}`)],
  ];
}

/** What is new in a status since the one before it: one line for each signature and each state. */
export function news(zone: Zone, before: TransferStatus | undefined, now: TransferStatus): Line[] {
  const told: Line[] = [];
  if (before === undefined) told.push(stateLine("sent", place(now.sent)));
  const isFinal = now.state !== "sent";
  if (isFinal && (before === undefined || before.state === "sent")) told.push(stateLine("final"));
  for (const [i, signer] of now.signers.entries()) {
    if (!before?.signers.includes(signer)) told.push(signatureLine(zone, now, signer, i + 1));
  }
  if (now.state !== before?.state) told.push(...endLines(now));
  return told;
}

function stateLine(state: string, about: Line = ""): Line {
  return [good("  ✓ "), state.padEnd(STATE_WIDTH), ...asParts(about)];
}

function asParts(line: Line) {
  return typeof line === "string" || "text" in line ? [line] : line;
}

function signatureLine(
  zone: Zone,
  { quorum }: TransferStatus,
  signer: string,
  count: number,
): Line {
  const name = partnerOf(zone, signer)?.name ?? signer;
  const tally = count <= quorum ? `${count} of ${quorum}` : `${count}, ${quorum} needed`;
  return stateLine("signed", [`${name} `, faint(tally)]);
}

function endLines({ state, parkedReason, sent, delivered, deadline }: TransferStatus): Line[] {
  const after = delivered ? faint(`  ${duration(delivered.time - sent.time)} after sending`) : "";
  const where = delivered ? place(delivered) : "";
  if (state === "delivered") return [stateLine("delivered", [...asParts(where), after])];
  if (state === "returned") {
    return [[bad("  ✗ "), "returned".padEnd(STATE_WIDTH), "given back to where it came from"]];
  }
  if (state !== "parked") return [];
  const until = deadline === undefined ? "" : ` until ${new Date(deadline * 1_000).toISOString()}`;
  const reason = parkedReason ?? "no reason known";
  return [[warn("  ! "), "parked".padEnd(STATE_WIDTH), `${reason}; anyone may retry it${until}`]];
}

function place({ chain, block, hash }: TransferStatus["sent"]): Line {
  return [`block ${block} on ${chain}  `, accent(hash)];
}
