import { loadConfig } from "../../config/load.ts";
import { exportDatabase } from "../../store/backup/export.ts";
import { writeFileWhole } from "../../store/backup/files.ts";
import { openDatabase } from "../open-store.ts";
import type { NodeCommand } from "./command.ts";

/** Writes everything that the node's database holds into a file. */
export const exportCommand: NodeCommand = {
  name: "export",
  usage: "--config <file> --out <file>",
  summary: "write the node's database into a file, for a backup or a move",
  options: { config: { type: "string", required: true }, out: { type: "string", required: true } },
  async run({ needed, environment, print }) {
    const { database, partner, manifest } = await loadConfig(needed("config"));
    const db = await openDatabase(database, environment, "toRead");
    try {
      const whose = { zoneId: manifest.zoneId, partner };
      const rows = await writeFileWhole(needed("out"), (write) => exportDatabase(db, whose, write));
      print(`Exported ${rows} rows.`);
      return 0;
    } finally {
      await db.close();
    }
  },
};
