import { mkdir, open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Bytes32, bytes32 } from "@ryugu/sdk/primitives";
import type { RotationGuard } from "../ports/council-gateway.ts";

/**
 * Keeps what an epoch is bound to in one file each. It is apart from the database: a command signs while the node
 * has that open, and a rotation outlives any database.
 *
 * @param folder - made if it is not there; never to be deleted
 */
export function rotationGuard(folder: string): RotationGuard {
  return {
    async bind(epoch, digest) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, `rotation-from-${epoch}`);
      await writeOnce(path, digest);
      return bytes32((await readFile(path, "utf8")).trim());
    },
  };
}

/** Writes a file that is not there yet, on the disk before it counts. */
async function writeOnce(path: string, digest: Bytes32): Promise<void> {
  try {
    const file = await open(path, "wx", 0o600);
    try {
      await file.writeFile(`${digest}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
}
