import { open } from "node:fs/promises";

/** A state begins with its block and ends with the states before it, which are not kept. */
const BEGINNING = /^\{"block":\{"number":"(0x[0-9a-f]+)"/;
const END = '"historical_states":null}';
const PIECE = 64;

/** The block of a state that was written whole; undefined for one that was not. */
export async function blockInState(path: string): Promise<number | undefined> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const piece = async (at: number, length: number) =>
      (await file.read(Buffer.alloc(length), 0, length, Math.max(0, at))).buffer.toString("utf8");
    const block = BEGINNING.exec(await piece(0, PIECE))?.[1];
    const whole = (await piece(size - END.length, END.length)) === END;
    return block !== undefined && whole ? Number(block) : undefined;
  } finally {
    await file.close();
  }
}
