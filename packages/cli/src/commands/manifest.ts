import type { Command } from "commander";
import { type Bind, whenCalled } from "../bind.ts";
import { withExamples } from "./examples.ts";
import { withPayer } from "./options.ts";

/** Adds `ryugu zone manifest …`. */
export function addManifestCommands(zone: Command, bind: Bind): void {
  const manifest = zone
    .command("manifest")
    .description("what the zone publishes about itself: made of the zone file, signed by a quorum");

  const draft = manifest
    .command("draft")
    .summary("write a manifest for the validators to sign")
    .description(
      "Write a manifest for the validators to sign, of the zone file and of what the chains say. The partners in the file must be " +
        "those who sit on the council. Where the file to write is there, the new manifest's version is one more.",
    )
    .argument("<zone file>", "the zone, with its partners")
    .requiredOption("--out <file>", "where to write it")
    .action(bind(whenCalled(async () => (await import("../zone/manifest/draft.ts")).draftCommand)));
  withExamples(draft, [
    "ryugu zone manifest draft zone.json --out manifest.json",
    "After deploying:",
  ]);

  const sign = manifest
    .command("sign")
    .summary("sign a manifest as a validator")
    .description(
      "Sign a manifest as a validator, and write it back to be handed on. Asks no chain. A manifest with other gateways than " +
        "the zone file gives is refused.",
    )
    .argument("<manifest>", "what `zone manifest draft` wrote, or a partner signed before")
    .requiredOption("--zone <zone file>", "the zone as you know it")
    .option("--out <file>", "where to write it (default: the same file)");
  withPayer(sign).action(
    bind(whenCalled(async () => (await import("../zone/manifest/sign.ts")).signManifestCommand)),
  );
  withExamples(sign, [
    "ryugu zone manifest sign manifest.json --zone zone.json --keystore validator.json",
    "A partner signs, and hands it on:",
  ]);
}
