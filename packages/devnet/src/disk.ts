import { statfsSync } from "node:fs";
import { ZoneDiskFullError } from "./errors.ts";

/** A zone grows by some megabytes an hour; starting with less than this is asking for trouble. */
const NEEDED_BYTES = 300_000_000;
const MEGABYTE = 1_000_000;

/** Makes sure that the disk has room for a zone. Throws ZoneDiskFullError. */
export function assertDiskSpace(folder: string, needed = NEEDED_BYTES): void {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  if (free >= needed) return;
  throw new ZoneDiskFullError("There is too little room on the disk for a zone.", {
    details: [
      `Folder: ${folder}`,
      `Free: ${Math.floor(free / MEGABYTE)} MB, needed: ${needed / MEGABYTE} MB`,
      "Free some space, or use a folder on another disk: npm start -- --data <folder>",
    ],
  });
}

/** Turns a write's failure for want of room into a sentence; passes on anything else. */
export function asDiskFull(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code !== "ENOSPC" && code !== "EDQUOT") return error;
  return new ZoneDiskFullError("The disk is full.", {
    cause: error,
    details: [`While writing: ${path}`, "Free some space and start again; nothing was lost."],
  });
}
