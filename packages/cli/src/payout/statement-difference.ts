import { canonicalJson } from "@ryugu/sdk/primitives";

/** Where two statements say something else for the first time. */
export interface StatementDifference {
  /** Such as `lines[3].share.units`. */
  readonly path: string;
  /** The transaction of the line or claim that it is in. */
  readonly transaction?: string;
  /** As JSON; absent where only the other one says something. */
  readonly theirs?: string;
  readonly ours?: string;
}

/**
 * The first place where two statements differ, in the order in which they are read; undefined where they say the same.
 *
 * @param theirs - without validator and signature
 */
export function firstDifference(theirs: unknown, ours: unknown): StatementDifference | undefined {
  return differ(theirs, ours, "", undefined);
}

function differ(
  theirs: unknown,
  ours: unknown,
  path: string,
  transaction: string | undefined,
): StatementDifference | undefined {
  if (!isParted(theirs) || !isParted(ours) || Array.isArray(theirs) !== Array.isArray(ours)) {
    if (textOf(theirs) === textOf(ours)) return undefined;
    return {
      path,
      ...(transaction !== undefined && { transaction }),
      ...(theirs !== undefined && { theirs: textOf(theirs) }),
      ...(ours !== undefined && { ours: textOf(ours) }),
    };
  }
  for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const [one, other] = [theirs[key], ours[key]];
    const place = Array.isArray(ours) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`;
    const within = transactionOf(other) ?? transactionOf(one) ?? transaction;
    const found = differ(one, other, place, within);
    if (found !== undefined) return found;
  }
  return undefined;
}

type Parted = Readonly<Record<string, unknown>>;

const isParted = (value: unknown): value is Parted => typeof value === "object" && value !== null;

const textOf = (value: unknown): string => (value === undefined ? "" : canonicalJson(value));

function transactionOf(value: unknown): string | undefined {
  const { transaction } = isParted(value) ? value : {};
  return typeof transaction === "string" ? transaction : undefined;
}
