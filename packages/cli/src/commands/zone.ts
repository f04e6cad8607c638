import type { Command } from "commander";
import type { Bind } from "../bind.ts";
import { showZone } from "../zone/show.ts";
import { withExamples } from "./examples.ts";
import { withZone } from "./options.ts";

/** Adds `ryugu zone …`. */
export function addZoneCommands(program: Command, bind: Bind): void {
  const zone = program.command("zone").description("the consortium: partners, chains, lanes");

  const show = withZone(zone.command("show"))
    .summary("verify a zone's manifest and show what it says")
    .description(
      "Verify a zone's manifest and show what it says. It is believed only when a quorum of the zone's own " +
        "validators has signed exactly this content.",
    )
    .action(bind(showZone));
  withExamples(
    show,
    ["ryugu zone show", "The zone that runs in this folder:"],
    [
      "ryugu zone show --manifest https://zone.example/zone.json --trust 0x3b…:0x91…",
      "A zone elsewhere, against the ids that its partners publish:",
    ],
  );
}
