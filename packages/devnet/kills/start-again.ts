import type { SupervisedProcess } from "../src/process/supervised-process.ts";

/** A node whose chain or database is down does not get ready; it is there all the same, and goes on when it can. */
export async function startAgain(process: SupervisedProcess): Promise<void> {
  await process.start().catch(() => undefined);
}
