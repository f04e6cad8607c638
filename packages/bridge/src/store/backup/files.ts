import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { open } from "node:fs/promises";
import { ExportFileError } from "./format.ts";

/**
 * Writes a new file, readable by its owner alone, and keeps it only when the work succeeds as far as the disk.
 *
 * @throws ExportFileError when there is such a file already, or it cannot be written
 */
export async function writeFileWhole<T>(
  path: string,
  work: (write: (text: string) => Promise<void>) => Promise<T>,
): Promise<T> {
  const file = createWriteStream(path, { flags: "wx", mode: 0o600, flush: true });
  let failure: unknown;
  file.on("error", (error) => {
    failure = error;
  });
  const failed = (cause: unknown) =>
    new ExportFileError("The export's file cannot be written.", {
      cause,
      details: [path, `${cause}`],
    });
  await once(file, "open").catch((cause) => {
    throw failed(cause);
  });
  const result = await work(async (text) => {
    if (failure !== undefined) throw failed(failure);
    if (!file.write(text))
      await once(file, "drain").catch((cause) => Promise.reject(failed(cause)));
  });
  file.end();
  await once(file, "close").catch((cause) => Promise.reject(failed(cause)));
  if (failure !== undefined) throw failed(failure);
  return result;
}

/**
 * The lines of a file, one at a time.
 *
 * @throws ExportFileError
 */
export async function* linesOf(path: string): AsyncGenerator<string> {
  const file = await open(path).catch((cause: unknown) => {
    throw new ExportFileError("The export's file cannot be read.", { cause, details: [path] });
  });
  try {
    yield* file.readLines();
  } finally {
    await file.close();
  }
}
