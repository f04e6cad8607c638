import { type ReactNode, useMemo, useRef, useState } from "react";
import { filterTransfers } from "../../sim/filter.ts";
import { carriedToken, tokenKey } from "../../sim/item.ts";
import type { TransferEntry } from "../../sim/transfer-book.ts";
import { Section } from "../parts/section.tsx";
import { useWords, useWorldState } from "../world-context.tsx";
import { ClearFilters, TransferFilters } from "./transfer-filters.tsx";
import { TransferRow } from "./transfer-row.tsx";
import { moveInList, useSearchKey } from "./use-list-keys.ts";

const PAGE = 30;

/** Every transfer, live, newest first. */
export function TransfersSection() {
  const words = useWords();
  const search = useRef<HTMLInputElement>(null);
  useSearchKey(search);
  const { book, loaded, filter, items } = useWorldState("transfers", (state) => state);
  const [limit, setLimit] = useState(PAGE);
  const shown = useMemo(() => {
    const nameOf = ({ status }: TransferEntry) => {
      const token = carriedToken(status);
      const item = token && items[tokenKey(token)];
      if (item?.phase !== "ready") return "";
      // Found by its name in either language.
      return Object.values(item.item.name ?? {}).join("\n");
    };
    return filterTransfers(book, filter, nameOf);
  }, [book, filter, items]);

  return (
    <Section
      seal="渡"
      title={words.transfers.title}
      lead={words.transfers.lead}
      className="card-section"
      id="transfers"
    >
      <TransferFilters searchRef={search} />
      <p className="list-count muted" role="status">
        {loaded && words.transfers.shown(shown.length, book.length)}
      </p>
      {!loaded && <Waiting />}
      {loaded && book.length === 0 && (
        <Empty title={words.transfers.calmTitle} text={words.transfers.calmText} />
      )}
      {book.length > 0 && shown.length === 0 && (
        <Empty title={words.transfers.noneTitle} text={words.transfers.noneText}>
          <ClearFilters />
        </Empty>
      )}
      <ul className="transfer-list" onKeyDown={moveInList}>
        {shown.slice(0, limit).map((entry) => (
          <TransferRow key={entry.status.messageId} entry={entry} />
        ))}
      </ul>
      {shown.length > limit && (
        <button type="button" className="button more" onClick={() => setLimit(limit + PAGE)}>
          {words.transfers.more}
        </button>
      )}
      <p className="keys muted">{words.transfers.keys}</p>
    </Section>
  );
}

function Waiting() {
  const words = useWords();
  return (
    <div className="waiting" role="status">
      <span className="visually-hidden">{words.transfers.loading}</span>
      {[0, 1, 2].map((row) => (
        <span key={row} className="ghost-row" />
      ))}
    </div>
  );
}

function Empty({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <svg viewBox="0 0 160 60" aria-hidden="true">
        <path d="M0 44 q20 -16 40 0 t40 0 t40 0 t40 0" />
        <path d="M0 56 q20 -16 40 0 t40 0 t40 0 t40 0" />
        <circle cx="80" cy="22" r="7" />
      </svg>
      <h3>{title}</h3>
      <p>{text}</p>
      {children}
    </div>
  );
}
