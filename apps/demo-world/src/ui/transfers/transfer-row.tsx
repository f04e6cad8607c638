import { memo } from "react";
import type { TransferEntry } from "../../sim/transfer-book.ts";
import { ArrowIcon } from "../parts/icons.tsx";
import { Moment } from "../parts/moment.tsx";
import { useWords, useWorld } from "../world-context.tsx";
import { useZoneNames } from "../zone-names.ts";
import { Beads } from "./beads.tsx";
import { ItemPicture } from "./item-picture.tsx";
import { useItem } from "./use-item.ts";

/** One transfer in the list; opens its details. */
export const TransferRow = memo(function TransferRow({ entry }: { entry: TransferEntry }) {
  const words = useWords();
  const names = useZoneNames();
  const { stores } = useWorld();
  const { status, witnessed } = entry;
  const item = useItem(status);
  const { messageId, state, sent, delivered } = status;
  const origin = names.chain(status.originChain);
  const destination = names.chain(status.destinationChain);
  const took = delivered === undefined ? undefined : Math.max(delivered.time - sent.time, 0);
  return (
    <li className="transfer" data-state={state} data-witnessed={witnessed}>
      <button
        type="button"
        className="transfer-button"
        data-row={messageId}
        aria-haspopup="dialog"
        onClick={() => stores.transfers.setState({ selected: messageId })}
      >
        <ItemPicture picture={item.picture} seed={item.seed} waiting={item.waiting} />
        <span className="transfer-what">
          <strong className="transfer-title">
            <bdi>{item.title}</bdi>
            {item.more > 0 && <span className="muted"> {words.transfer.andMore(item.more)}</span>}
          </strong>
          <span className="transfer-way">
            <span className="visually-hidden">{words.transfer.from(origin, destination)}</span>
            <span aria-hidden="true">
              {origin} <ArrowIcon size={12} /> {destination}
            </span>
            {status.kind !== "transfer" && (
              <span className="tag">{words.transfer.kind[status.kind]}</span>
            )}
          </span>
        </span>
        <span className="transfer-progress">
          <Beads status={status} />
          <span className="transfer-state">
            {state === "delivered" && took !== undefined
              ? words.transfer.took(took)
              : words.transfer.state[state]}
          </span>
        </span>
        <span className="transfer-time">
          <Moment time={sent.time} />
        </span>
      </button>
    </li>
  );
});
