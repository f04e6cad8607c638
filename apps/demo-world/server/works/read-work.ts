import {
  type Address,
  address,
  type Bytes32,
  bytes32,
  InvalidAddressError,
  parseShape,
  ZERO_ADDRESS,
} from "@ryugu/sdk/primitives";
import { type WorkRequest, workRequest } from "../../src/sim/protocol/http.ts";
import { cleanLine } from "../../src/sim/text/said.ts";
import { WorkRefusedError } from "./errors.ts";

/** A work as its maker wants it, in words that can be shown. */
export interface WorkPlan {
  readonly title: string;
  /** May be empty. */
  readonly about: string;
  /** The picture's content id. */
  readonly picture: string;
  readonly creators: readonly {
    readonly name: string;
    readonly account: Address;
    readonly basisPoints: number;
  }[];
  readonly licence?: NonNullable<WorkRequest["licence"]>;
}

const MAX_TITLE = 80;
const MAX_ABOUT = 600;
const MAX_NAME = 60;
const WHOLE = 10_000;

/**
 * Reads a stranger's work.
 *
 * @throws InvalidShapeError, WorkRefusedError
 */
export function readWork(value: unknown): { key: Bytes32; plan: WorkPlan } {
  const told = parseShape(workRequest, value, "The work");
  const title = cleanLine(told.title, MAX_TITLE);
  if (title === "") throw new WorkRefusedError("title", "Nothing is left of the title to read.");
  const creators = told.creators.map(({ name, account, basisPoints }) => ({
    name: readName(name),
    account: readPayee(account),
    basisPoints,
  }));
  if (creators.reduce((sum, { basisPoints }) => sum + basisPoints, 0) !== WHOLE) {
    throw new WorkRefusedError("shares", "The shares are not 10,000 together.");
  }
  if (new Set(creators.map(({ account }) => account)).size < creators.length) {
    throw new WorkRefusedError("duplicate", "A payee is named twice: add the shares up.");
  }
  const { picture, licence } = told;
  const plan = { title, about: cleanLine(told.about, MAX_ABOUT), picture, creators };
  return {
    key: bytes32(told.key),
    plan: { ...plan, ...(licence === undefined ? {} : { licence }) },
  };
}

function readName(text: string): string {
  const name = cleanLine(text, MAX_NAME);
  if (name !== "") return name;
  throw new WorkRefusedError("name", "Nothing is left of a creator's name to read.");
}

function readPayee(text: string): Address {
  try {
    const account = address(text);
    if (account !== ZERO_ADDRESS) return account;
  } catch (cause) {
    if (!(cause instanceof InvalidAddressError)) throw cause;
    throw new WorkRefusedError("payee", cause.shortMessage, { cause });
  }
  throw new WorkRefusedError("payee", "The zero address would be paid.");
}
