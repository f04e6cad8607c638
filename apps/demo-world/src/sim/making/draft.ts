import { readPrice } from "../money/whole-yen.ts";
import type { WorkRequest } from "../protocol/http.ts";
import { readPercent, WHOLE } from "./percent.ts";

/** Somebody who is paid for a work, as it stands in the form. */
export interface CreatorDraft {
  readonly name: string;
  readonly account: string;
  readonly percent: string;
}

/** A work as it stands in the form: everything as it was written. */
export interface WorkDraft {
  readonly title: string;
  readonly about: string;
  readonly creators: readonly CreatorDraft[];
  readonly price: string;
}

/** What is still missing or wrong in a draft. */
export type DraftFault =
  | "picture"
  | "title"
  | "creator-name"
  | "creator-account"
  | "creator-twice"
  | "creator-percent"
  | "sum"
  | "price";

/** The longest texts, in UTF-16 units, and the most creators: what a world server takes. */
export const MOST = { title: 80, about: 600, name: 60, creators: 16 } as const;

const ACCOUNT = /^0x[0-9a-fA-F]{40}$/;
const NOBODY = /^0x0{40}$/;

/** A draft with nothing in it but oneself. */
export const emptyDraft = (name: string, account: string): WorkDraft => ({
  title: "",
  about: "",
  creators: [{ name, account, percent: "100" }],
  price: "",
});

/** What is still missing or wrong, in the form's order. Empty where the work can be made. */
export function draftFaults(draft: WorkDraft, hasPicture: boolean): DraftFault[] {
  const { title, creators, price } = draft;
  const accounts = creators.map(({ account }) => account.trim().toLowerCase());
  const isAccount = (text: string) => ACCOUNT.test(text) && !NOBODY.test(text);
  const faults: Record<DraftFault, boolean> = {
    picture: !hasPicture,
    title: title.trim() === "",
    "creator-name": creators.some(({ name }) => name.trim() === ""),
    "creator-account": !accounts.every(isAccount),
    "creator-twice": new Set(accounts).size < accounts.length,
    "creator-percent": creators.some(({ percent }) => readPercent(percent) === undefined),
    sum: sumOf(draft) !== WHOLE,
    price: readPrice(price) === undefined,
  };
  return (Object.keys(faults) as DraftFault[]).filter((fault) => faults[fault]);
}

/** All parts together, in basis points; what cannot be read counts nothing. */
export const sumOf = ({ creators }: Pick<WorkDraft, "creators">): number =>
  creators.reduce((sum, { percent }) => sum + (readPercent(percent) ?? 0), 0);

/** What a world server is asked to make of a draft without faults. */
export function workRequestOf(draft: WorkDraft, key: string, picture: string): WorkRequest {
  return {
    key,
    picture,
    title: draft.title.trim().slice(0, MOST.title),
    about: draft.about.trim().slice(0, MOST.about),
    creators: draft.creators.map(({ name, account, percent }) => ({
      name: name.trim().slice(0, MOST.name),
      account: account.trim(),
      basisPoints: readPercent(percent) ?? 0,
    })),
  };
}
