import type { Command } from "commander";
import { type Bind, whenCalled } from "../bind.ts";
import { showZone } from "../zone/show.ts";
import { addCouncilCommands } from "./council.ts";
import { withExamples } from "./examples.ts";
import { addManifestCommands } from "./manifest.ts";
import { withPayer, withZone } from "./options.ts";

/** Adds `ryugu zone …`. */
export function addZoneCommands(program: Command, bind: Bind): void {
  const zone = program.command("zone").description("the consortium: partners, chains, lanes");
  addShow(zone, bind);
  addDeploy(zone, bind);
  addCouncilCommands(zone, bind);
  addManifestCommands(zone, bind);
}

function addShow(zone: Command, bind: Bind): void {
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

function addDeploy(zone: Command, bind: Bind): void {
  const deploy = zone
    .command("deploy")
    .summary("put a zone's contracts on its chains")
    .description(
      "Put a zone's contracts on every chain of its file, or what is missing of them there, at addresses that follow from the " +
        "file alone, and have late gateways take every rotation so far. Looks at every chain before anything is sent: another " +
        "chain behind an endpoint, code that is not the zone's, or too little money ends it. Run it again after any failure: " +
        "it goes on where each chain is. Whoever pays gets no rights.",
    )
    .argument(
      "<zone file>",
      "the zone as its founders wrote it down (docs/reference/zone-file.schema.json)",
    )
    .option("--dry-run", "say what would be sent where, and send nothing; needs no key")
    .option("--only <chain...>", "deploy on these chains alone (CAIP-2)");
  withPayer(deploy).action(
    bind(whenCalled(async () => (await import("../zone/deploy/deploy.ts")).deployCommand)),
  );
  withExamples(
    deploy,
    [
      "ryugu zone deploy zone.json --dry-run",
      "What would be sent, where to, and about what it costs:",
    ],
    ["ryugu zone deploy zone.json --keystore payer.json", "Deploy, or go on with it:"],
    [
      "ryugu zone deploy zone.json --only eip155:31006 --key-env DEPLOYER_KEY",
      "A sixth chain joins, from a script:",
    ],
  );
}
