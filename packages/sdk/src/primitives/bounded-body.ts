import { InvalidJsonError } from "./errors.ts";

/**
 * Reads a response's text, stopping as soon as it grows over a limit: whoever answers may be hostile.
 *
 * @param maxBytes - the most bytes that are read
 * @throws InvalidJsonError when it is longer or not UTF-8
 */
export async function readBoundedText(response: Response, maxBytes: number): Promise<string> {
  const chunks: string[] = [];
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let length = 0;
  const reader = response.body?.getReader();
  for (let next = await reader?.read(); next?.done === false; next = await reader?.read()) {
    length += next.value.length;
    if (length > maxBytes) {
      await reader?.cancel();
      throw new InvalidJsonError(`The answer is longer than ${maxBytes} bytes.`);
    }
    chunks.push(decode(decoder, next.value));
  }
  return chunks.join("") + decode(decoder);
}

function decode(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch (cause) {
    throw new InvalidJsonError("The answer is not UTF-8 text.", { cause });
  }
}
