import { resolve } from "node:path";
import { prepareFolder } from "../init/prepare-folder.ts";
import { initLines } from "../init/view.ts";
import type { NodeCommand } from "./command.ts";

/** Prepares a folder from which a node can start: keys, configuration, a place for its database. */
export const init: NodeCommand = {
  name: "init",
  usage:
    "<folder> --partner <name> --manifest <url or file> --trust <zone id>:<genesis set hash> [--rpc <chain>=<url>]… [--port <port>] [--json]",
  summary: "make the keys and the configuration of a new node",
  options: {
    partner: { type: "string", required: true },
    manifest: { type: "string", required: true },
    trust: { type: "string", required: true },
    rpc: { type: "string", multiple: true },
    port: { type: "string" },
    json: { type: "boolean" },
  },
  operands: { least: 1, most: 1 },
  async run({ needed, text, texts, flag, operands, print, terminal }) {
    const prepared = await prepareFolder({
      folder: resolve(operands[0] ?? ""),
      partner: needed("partner"),
      manifest: needed("manifest"),
      trust: needed("trust"),
      rpc: texts("rpc"),
      port: text("port"),
    });
    if (flag("json")) print(JSON.stringify(prepared, null, 2));
    else for (const line of initLines(prepared, terminal.colour)) print(line);
    return 0;
  },
};
