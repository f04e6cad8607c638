import { Command } from "commander";
import type { Bind } from "./bind.ts";
import { addAssetCommands } from "./commands/asset.ts";
import { addAvatarCommands } from "./commands/avatar.ts";
import { addMarketCommands } from "./commands/market.ts";
import { addPayoutCommands } from "./commands/payout.ts";
import { addReservesCommands } from "./commands/reserves.ts";
import { addTransferCommands } from "./commands/transfer.ts";
import { addZoneCommands } from "./commands/zone.ts";
import { EXIT_MEANINGS } from "./exit-code.ts";

/** In the order in which help shows them. */
const COMMANDS = [
  addZoneCommands,
  addAssetCommands,
  addAvatarCommands,
  addTransferCommands,
  addMarketCommands,
  addPayoutCommands,
  addReservesCommands,
];

/** Builds the whole command. `bind` connects each action to the world; the reference is made without one. */
export function buildProgram(bind: Bind): Command {
  const program = new Command("ryugu")
    .description(
      "Look at a zone, its assets, avatars and reserves, send assets between its chains, sell them with royalties paid, and share what " +
        "is paid.",
    )
    .option("--json", "write one JSON value for machines, and errors as JSON on stderr")
    .option("--no-color", "write without colour (also: NO_COLOR)")
    .version("0.0.0", "-V, --version", "print the version")
    .helpOption("-h, --help", "show help")
    .helpCommand("help [command]", "show a command's help")
    .addHelpText("after", closingHelp);
  for (const add of COMMANDS) add(program, bind);
  return program;
}

/** What the whole command's help ends with. */
function closingHelp(): string {
  const codes = EXIT_MEANINGS.map(([code, meaning]) => `  ${String(code).padStart(3)}  ${meaning}`);
  return [
    "",
    "Examples:",
    "  What is this zone, and who signed for it?",
    "    $ ryugu zone show",
    "  Where is my token?",
    "    $ ryugu asset show eip155:31001/erc721:0x…/1",
    "",
    "Exit codes:",
    ...codes,
  ].join("\n");
}
