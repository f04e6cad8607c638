import { isMoving, type TransferBook, type TransferEntry } from "./transfer-book.ts";

/** Which transfers are shown. */
export interface TransferFilter {
  state: "all" | "moving" | "delivered" | "stuck";
  /** A lane's id; empty for every lane. */
  lane: string;
  /** Part of an id, an address, a token's number or an item's name. */
  text: string;
}

/** Shows everything. */
export const EVERYTHING: TransferFilter = { state: "all", lane: "", text: "" };

const STATES: Readonly<Record<TransferFilter["state"], (entry: TransferEntry) => boolean>> = {
  all: () => true,
  moving: ({ status }) => isMoving(status.state),
  delivered: ({ status }) => status.state === "delivered",
  stuck: ({ status }) => status.state === "parked" || status.state === "returned",
};

/** The transfers that a filter lets through, in the book's order. */
export function filterTransfers(
  book: TransferBook,
  filter: TransferFilter,
  nameOf: (entry: TransferEntry) => string = () => "",
): TransferBook {
  const text = filter.text.trim().toLowerCase();
  return book.filter(
    (entry) =>
      STATES[filter.state](entry) &&
      (filter.lane === "" || entry.status.laneId === filter.lane) &&
      (text === "" || searchable(entry, nameOf).includes(text)),
  );
}

function searchable({ status }: TransferEntry, nameOf: (entry: TransferEntry) => string): string {
  const parts = [
    nameOf({ status, witnessed: false }),
    status.messageId,
    status.sender,
    status.recipient,
    status.homeToken,
    status.sent.hash,
    status.delivered?.hash,
    ...status.assets.map(({ id }) => `#${id}`),
  ];
  return parts.join("\n").toLowerCase();
}
