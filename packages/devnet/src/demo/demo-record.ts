import { existsSync, readFileSync } from "node:fs";
import {
  type Address,
  address,
  type Bytes32,
  bytes32,
  parseJson,
  parseShape,
} from "@ryugu/sdk/primitives";
import * as z from "zod/mini";
import { writeFileAtomic } from "../process/write-atomic.ts";

const text = z.string();

const recordSchema = z.strictObject({
  schema: z.literal("ryugu-demo/1"),
  collection: z.optional(text),
  /** The message that took the pieces across. */
  across: z.optional(text),
  /** The message that brought one home. */
  home: z.optional(text),
  done: z.optional(z.boolean()),
});

/** How far the demo came, so that a start after a crash goes on and a later one mints nothing again. */
export interface DemoRecord {
  collection?: Address | undefined;
  across?: Bytes32 | undefined;
  home?: Bytes32 | undefined;
  done?: boolean | undefined;
}

/** Reads how far the demo came. */
export function readDemoRecord(path: string): DemoRecord {
  if (!existsSync(path)) return {};
  const record = parseShape(
    recordSchema,
    parseJson(readFileSync(path, "utf8")),
    "The demo's record",
  );
  return {
    ...(record.collection === undefined ? {} : { collection: address(record.collection) }),
    ...(record.across === undefined ? {} : { across: bytes32(record.across) }),
    ...(record.home === undefined ? {} : { home: bytes32(record.home) }),
    ...(record.done === undefined ? {} : { done: record.done }),
  };
}

/** Writes down how far the demo came. */
export function writeDemoRecord(path: string, record: DemoRecord): void {
  writeFileAtomic(path, `${JSON.stringify({ schema: "ryugu-demo/1", ...record }, null, 2)}\n`);
}
