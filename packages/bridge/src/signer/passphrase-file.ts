import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { PassphraseMissingError } from "./errors.ts";

/** As hard to guess as the key itself. */
const RANDOM_BYTES = 32;
/**
 * What a keystore under such a passphrase costs to open: 16 MiB. Stretching helps only passphrases that could
 * be guessed.
 */
export const RANDOM_PASSPHRASE_COST = { n: 16_384, r: 8, p: 1 } as const;
/** For nobody else on the machine. */
const SECRET = 0o600;
/** No passphrase is longer, in bytes. */
const MAX_BYTES = 4_096;

/**
 * Reads a passphrase file, without the end of its line.
 *
 * @returns undefined where there is no such file
 * @throws PassphraseMissingError when it cannot be read, or is empty or larger than any passphrase
 */
export async function readPassphraseFile(path: string): Promise<string | undefined> {
  const text = await readBounded(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT") return undefined;
    throw unusable(path, "It cannot be read.", cause);
  });
  if (text === undefined) return undefined;
  if (Buffer.byteLength(text) > MAX_BYTES)
    throw unusable(path, "It is longer than any passphrase.");
  const passphrase = text.replace(/\r?\n$/, "");
  if (passphrase === "") throw unusable(path, "It is empty.");
  return passphrase;
}

/**
 * Writes a new random passphrase into a file of its own that only its owner may read.
 *
 * @throws PassphraseMissingError when it cannot be written, or is there already
 */
export async function createPassphraseFile(path: string): Promise<string> {
  const passphrase = randomBytes(RANDOM_BYTES).toString("base64url");
  try {
    const file = await open(path, "wx", SECRET);
    try {
      // The creation mode is narrowed by the process's umask; this one is exact.
      await file.chmod(SECRET);
      await file.writeFile(`${passphrase}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw unusable(path, "It cannot be written.", cause);
  }
  return passphrase;
}

async function readBounded(path: string): Promise<string> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MAX_BYTES + 1), 0, MAX_BYTES + 1, 0);
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await file.close();
  }
}

function unusable(path: string, why: string, cause?: unknown): PassphraseMissingError {
  return new PassphraseMissingError("The passphrase's file cannot be used.", {
    cause,
    details: [`File: ${path}`, why],
  });
}
