import { useEffect, useId, useRef } from "react";
import { parkedReason } from "../../sim/crossing/parked-reason.ts";
import type { TransferEntry } from "../../sim/transfer-book.ts";
import { PARKED_WORDS } from "../parked/words.ts";
import { CloseIcon } from "../parts/icons.tsx";
import { useLocale, useWords, useWorld, useWorldState } from "../world-context.tsx";
import { useZoneNames } from "../zone-names.ts";
import { ItemPicture } from "./item-picture.tsx";
import { ItemStrip } from "./item-strip.tsx";
import { Journey } from "./journey.tsx";
import { TransferFacts } from "./transfer-facts.tsx";
import { useItem } from "./use-item.ts";

/** The details of the transfer that was chosen, over the page. */
export function TransferDialog() {
  const { stores } = useWorld();
  const entry = useWorldState("transfers", ({ book, selected }) =>
    book.find(({ status }) => status.messageId === selected),
  );
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const isOpen = entry !== undefined;

  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);

  const forget = () => stores.transfers.setState(({ selected: _, ...rest }) => rest, true);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog already; the click is on what lies around it
    <dialog
      ref={dialog}
      className="sheet"
      aria-labelledby={titleId}
      onClose={forget}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      {entry !== undefined && (
        <Details entry={entry} titleId={titleId} onClose={() => dialog.current?.close()} />
      )}
    </dialog>
  );
}

interface DetailsProps {
  entry: TransferEntry;
  titleId: string;
  onClose(): void;
}

function Details({ entry, titleId, onClose }: DetailsProps) {
  const words = useWords();
  const names = useZoneNames();
  const { status } = entry;
  const item = useItem(status);
  return (
    <div className="sheet-body">
      <header className="sheet-head">
        <ItemPicture
          picture={item.picture}
          seed={item.seed}
          waiting={item.waiting}
          alt={words.transfer.picture}
        />
        <div>
          <h2 id={titleId}>
            <bdi>{item.title}</bdi>
          </h2>
          <p className="muted">
            {[
              words.transfer.kind[status.kind],
              words.transfer.from(
                names.chain(status.originChain),
                names.chain(status.destinationChain),
              ),
              ...(item.more > 0 ? [words.transfer.andMore(item.more)] : []),
            ].join(words.transfer.comma)}
          </p>
        </div>
        <button
          type="button"
          className="icon-button"
          aria-label={words.transfer.close}
          onClick={onClose}
        >
          <CloseIcon />
        </button>
      </header>
      <p className="meaning" data-state={status.state}>
        <strong>
          {words.transfer.state[status.state]}
          {words.transfer.stop}
        </strong>{" "}
        {words.transfer.meaning[status.state]}
      </p>
      {status.state === "parked" && <WhyParked detail={status.parkedReason} />}
      <ItemStrip status={status} />
      <Journey status={status} />
      <TransferFacts status={status} item={item} />
    </div>
  );
}

/** In plain words; what the chain said word for word is among the facts. */
function WhyParked({ detail }: { detail: string | undefined }) {
  const reason = parkedReason(detail);
  const { text, todo } = PARKED_WORDS[useLocale()][reason];
  return (
    <p className="meaning" data-state="parked" data-reason={reason}>
      {text} {todo}
    </p>
  );
}
