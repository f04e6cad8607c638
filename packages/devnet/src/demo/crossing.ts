import type { Address, Bytes32 } from "@ryugu/sdk/primitives";
import {
  chainSource,
  followTransfer,
  nodeSource,
  type SentTransfer,
  sendTransfer,
  type TransferState,
} from "@ryugu/sdk/transfer";
import { AWAY, HOME, type Stage, timed } from "./stage.ts";

const FOLLOW_INTERVAL = 200;

/** Sends pieces from one chain to the other, to the person itself. */
export async function sendPieces(
  stage: Stage,
  from: string,
  token: Address,
  ids: readonly bigint[],
): Promise<SentTransfer> {
  const { zone, person, home, away } = stage;
  const to = from === HOME ? AWAY : HOME;
  const signer = person.connect(from === HOME ? home : away);
  const request = {
    origin: zone.chainId(from),
    destination: zone.chainId(to),
    token,
    ids,
    recipient: zone.keys.person.address,
  };
  const many = ids.length === 1 ? "1 piece" : `${ids.length} pieces in one message`;
  return timed(
    stage,
    "Send",
    async () => {
      const sent = await sendTransfer(zone.zone, signer, request);
      return { ...sent, gas: sent.gasUsed.send };
    },
    () => `${many}, ${zone.chain(from).plan.name} → ${zone.chain(to).plan.name}`,
  );
}

/** Follows a message to its end by the nodes, confirmed by the chains; tells each state once. */
export async function followPieces(stage: Stage, messageId: Bytes32, to: string): Promise<void> {
  const { zone, home, away, tell, signal } = stage;
  const reader = to === HOME ? home : away;
  const { partners } = zone.zone.manifest;
  const words = stateWords(zone.zone.validatorSet.quorum, zone.chain(to).plan.name);
  const sources = [nodeSource(partners.map(({ nodeUrl }) => nodeUrl))];
  const confirm = chainSource(zone.zone, ({ id }) => (id === zone.chainId(HOME) ? home : away));
  const options = { sources, confirm, interval: FOLLOW_INTERVAL, ...(signal && { signal }) };
  let began = performance.now();
  let last: TransferState = "sent";
  for await (const { state, delivered } of followTransfer(messageId, options)) {
    const word = state === last ? undefined : words[state];
    last = state;
    if (word === undefined) continue;
    const receipt = delivered && (await reader.getTransactionReceipt(delivered.hash));
    const gas = receipt ? { gas: receipt.gasUsed } : {};
    tell({ ...word, took: performance.now() - began, ...gas });
    began = performance.now();
  }
}

function stateWords(quorum: number, destination: string) {
  const words: Partial<Record<TransferState, { name: string; what: string }>> = {
    final: { name: "Final", what: "the origin cannot take it back" },
    attested: { name: "Attest", what: `a quorum of ${quorum} partners has signed` },
    delivered: { name: "Deliver", what: `on ${destination}` },
    parked: { name: "Park", what: "it could not be carried out yet; anyone may retry" },
    returned: { name: "Return", what: "it goes back to its sender" },
  };
  return words;
}
