import type { Command } from "commander";
import { type Bind, whenCalled } from "../bind.ts";
import { withExamples } from "./examples.ts";
import { withPayer } from "./options.ts";

const ZONE = [
  "--zone <zone file>",
  "the zone as you know it: its id and its gateways follow from it",
] as const;

/** Adds `ryugu zone rotation …`. */
export function addRotationCommands(zone: Command, bind: Bind): void {
  const rotation = zone
    .command("rotation")
    .description("new validators, by a quorum of the present ones, on every gateway");
  addPropose(rotation, bind);
  addSign(rotation, bind);
  addSubmit(rotation, bind);
}

function addPropose(rotation: Command, bind: Bind): void {
  const propose = rotation
    .command("propose")
    .summary("write down who shall be the validators next")
    .description(
      "Write down who shall be the validators next, for the present ones to sign. It counts on all gateways, and leads from " +
        "the newest epoch that any of them has to the one after it.",
    )
    .requiredOption(...ZONE)
    .requiredOption("--validators <address...>", "all of the next validators")
    .requiredOption("--quorum <k>", "how many of them decide: more than half")
    .option("--valid-from <unix seconds>", "from when on, at most 30 days ahead (default: at once)")
    .requiredOption("--out <file>", "where to write it");
  propose.action(
    bind(whenCalled(async () => (await import("../rotation/propose.ts")).proposeRotationCommand)),
  );
  withExamples(propose, [
    "ryugu zone rotation propose --zone zone.json --validators 0x… 0x… 0x… --quorum 2 --out rotation.json",
    "Three validators, of whom two decide:",
  ]);
}

function addSign(rotation: Command, bind: Bind): void {
  const sign = rotation
    .command("sign")
    .summary("sign a rotation as a validator")
    .description(
      "Sign a rotation as a present validator, and write it back with the signature. Asks no chain. Never sign two different " +
        "rotations from one epoch: gateways that took different ones never agree again.",
    )
    .argument("<rotation file>", "what `zone rotation propose` wrote")
    .requiredOption(...ZONE)
    .option("--out <file>", "where to write it (default: the same file)");
  withPayer(sign).action(
    bind(whenCalled(async () => (await import("../rotation/sign.ts")).signRotationCommand)),
  );
  withExamples(sign, [
    "ryugu zone rotation sign rotation.json --zone zone.json --keystore validator.json",
    "A partner signs:",
  ]);
}

function addSubmit(rotation: Command, bind: Bind): void {
  const submit = rotation
    .command("submit")
    .summary("have every gateway take a rotation that a quorum has signed")
    .description(
      "Have every gateway of the zone file take a rotation that a quorum has signed. Anyone may. Takes several copies of the " +
        "file and puts their signatures together. Run again, it goes on with the gateways that lack it. Ends with 1 where one does.",
    )
    .argument("<rotation file...>", "the signed rotation, one copy or several")
    .requiredOption(...ZONE);
  withPayer(submit).action(
    bind(whenCalled(async () => (await import("../rotation/submit.ts")).submitRotationCommand)),
  );
  withExamples(submit, [
    "ryugu zone rotation submit otohime.json sango.json minamo.json --zone zone.json --keystore payer.json",
    "Three partners' copies:",
  ]);
}
