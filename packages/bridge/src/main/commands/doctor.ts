import { resolve } from "node:path";
import { loadConfig } from "../../config/load.ts";
import { systemClock } from "../clock.ts";
import { examine } from "../doctor/examine.ts";
import { countOf, doctorLines } from "../doctor/view.ts";
import type { NodeCommand } from "./command.ts";

/** Examines a node before it starts and while it runs. */
export const doctor: NodeCommand = {
  name: "doctor",
  usage: "--config <file> [--json]",
  summary: "look for what is wrong with a node, and say what to do",
  options: { config: { type: "string", required: true }, json: { type: "boolean" } },
  async run({ needed, flag, environment, print, terminal }) {
    const configPath = resolve(needed("config"));
    const config = await loadConfig(configPath);
    const sections = await examine({ configPath, config, environment, now: systemClock.now() });
    if (flag("json")) print(JSON.stringify({ sections }, null, 2));
    else for (const line of doctorLines(sections, terminal.colour)) print(line);
    return countOf(sections, "bad") > 0 ? 1 : 0;
  },
};
