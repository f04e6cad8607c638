import { parseShape } from "@ryugu/sdk/primitives";
import { type TransferStatus, transferStatusSchema } from "@ryugu/sdk/transfer";
import { keccak256, toUtf8Bytes } from "ethers";

/** What every node of a made-up zone says: one state, told by all. */
export interface ZoneState {
  readonly transfers: TransferStatus[];
  lanes(): unknown[];
  vaults(): unknown[];
  /** Adds or changes a transfer; every follower is told. */
  record(transfer: TransferStatus): void;
  /** Calls back with each change; returns how to stop. */
  watch(listener: (transfer: TransferStatus) => void): () => void;
}

interface LaneEnds {
  id: string;
  origin: string;
  destination: string;
}

/** A made-up id that depends on a text alone. */
export const madeId = (text: string) => keccak256(toUtf8Bytes(text));

const isPast = (status: TransferStatus, ...states: TransferStatus["state"][]) =>
  states.includes(status.state);

/** Starts a state without transfers. Lanes count what is recorded. */
export function startZoneState(lanes: readonly LaneEnds[]): ZoneState {
  const transfers: TransferStatus[] = [];
  const listeners = new Set<(transfer: TransferStatus) => void>();
  const on = (laneId: string) => transfers.filter((transfer) => transfer.laneId === laneId);
  return {
    transfers,
    lanes: () =>
      lanes.map(({ id, origin, destination }) => ({
        laneId: id,
        originChain: origin,
        destinationChain: destination,
        anchor: 0,
        count: on(id).length,
        finalCount: on(id).filter((one) => !isPast(one, "sent")).length,
        head: madeId(`head ${id} ${on(id).length}`),
        attested: on(id).filter((one) => !isPast(one, "sent", "final")).length,
        delivered: on(id).filter((one) => !isPast(one, "sent", "final", "attested")).length,
      })),
    vaults: () =>
      lanes.map(({ origin, destination }) => {
        const away = transfers.filter(
          (one) => one.homeChain === origin && one.originChain === origin,
        ).length;
        const home = transfers.filter(
          (one) => one.homeChain === origin && one.originChain !== origin,
        ).length;
        const homeToken = transfers[0]?.homeToken;
        return {
          chain: origin,
          counterpartChain: destination,
          vault: madeId(`vault ${origin}`).slice(0, 42),
          holdings: away === 0 ? [] : [{ homeToken, units: String(away - home) }],
        };
      }),
    record(transfer) {
      const checked = parseShape(transferStatusSchema, transfer, "The made-up transfer");
      const at = transfers.findIndex(({ messageId }) => messageId === checked.messageId);
      if (at === -1) transfers.unshift(checked);
      else transfers[at] = checked;
      for (const tell of listeners) tell(checked);
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
