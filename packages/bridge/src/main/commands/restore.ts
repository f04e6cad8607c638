import { loadConfig } from "../../config/load.ts";
import { linesOf } from "../../store/backup/files.ts";
import { restoreDatabase, verifyExport } from "../../store/backup/restore.ts";
import { openDatabase } from "../open-store.ts";
import type { NodeCommand } from "./command.ts";

/** Reads an export into the empty database that the configuration names. */
export const restore: NodeCommand = {
  name: "restore",
  usage: "--config <file> --from <file>",
  summary: "read an export into an empty database",
  options: { config: { type: "string", required: true }, from: { type: "string", required: true } },
  async run({ needed, environment, print }) {
    const { database, partner, manifest } = await loadConfig(needed("config"));
    const from = needed("from");
    await verifyExport(linesOf(from), { zoneId: manifest.zoneId, partner });
    const db = await openDatabase(database, environment, "toFill");
    try {
      print(`Restored ${await restoreDatabase(db, linesOf(from))} rows.`);
      return 0;
    } finally {
      await db.close();
    }
  },
};
