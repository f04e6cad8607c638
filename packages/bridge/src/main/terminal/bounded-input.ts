import { ConfigError } from "../../config/errors.ts";

/** No secret is longer, in bytes. */
const MAX_BYTES = 4_096;

/**
 * Reads a stream's text, without the end of its last line.
 *
 * @throws ConfigError when it is longer than any secret
 */
export async function readBoundedText(stream: AsyncIterable<Uint8Array | string>): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > MAX_BYTES) throw new ConfigError("Standard input is longer than any secret.");
    chunks.push(bytes);
  }
  return Buffer.concat(chunks)
    .toString("utf8")
    .replace(/\r?\n$/, "");
}
