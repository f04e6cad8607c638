import { ACT_NAMES } from "@ryugu/sdk/zone/council";
import type { Command } from "commander";
import { type Bind, whenCalled } from "../bind.ts";
import { withExamples } from "./examples.ts";
import { withPayer } from "./options.ts";

const ZONE_FLAG = "--zone <zone file>";
const ZONE_MEANING = "the zone as you know it: its gateways follow from it, not from the acts";

/** Adds `ryugu zone act …`. */
export function addCouncilCommands(zone: Command, bind: Bind): void {
  const act = zone
    .command("act")
    .description("what the validators decide by quorum, gateway by gateway");
  addPropose(act, bind);
  addSign(act, bind);
  addSubmit(act, bind);
}

function addPropose(act: Command, bind: Bind): void {
  const propose = act
    .command("propose")
    .summary("write down an act for the validators to sign")
    .description(
      `Write down an act of the council for the validators to sign: ${ACT_NAMES.join(", ")}. ` +
        "OpenLane without values is every lane that the zone file wants and that is not open yet.",
    )
    .argument("<act>", "the act's name")
    .requiredOption(ZONE_FLAG, ZONE_MEANING)
    .requiredOption("--out <file>", "where to write it")
    .option("--on <chain...>", "the chains whose gateways shall do it (CAIP-2; default: all)")
    .option("--value <field=value...>", "the act's fields, as the protocol names them");
  propose.action(
    bind(whenCalled(async () => (await import("../council/propose.ts")).proposeCommand)),
  );
  withExamples(
    propose,
    [
      "ryugu zone act propose OpenLane --zone zone.json --out acts.json",
      "Every lane that is still to be opened:",
    ],
    [
      "ryugu zone act propose SetDefaultLimit --zone zone.json --out limit.json --value cap=500 windowMinutes=60",
      "On every chain at most 500 NFTs of a collection an hour:",
    ],
  );
}

function addSign(act: Command, bind: Bind): void {
  const sign = act
    .command("sign")
    .summary("sign acts as a validator")
    .description(
      "Sign every act of a file as a validator, and write it back with the signature. Asks no chain. Acts of another zone, " +
        "and lanes to gateways that are not the zone's, are refused.",
    )
    .argument("<acts file>", "what `zone act propose` wrote")
    .requiredOption(ZONE_FLAG, ZONE_MEANING)
    .option("--out <file>", "where to write it (default: the same file)");
  withPayer(sign).action(
    bind(whenCalled(async () => (await import("../council/sign.ts")).signCommand)),
  );
  withExamples(sign, [
    "ryugu zone act sign acts.json --zone zone.json --keystore validator.json",
    "A partner signs:",
  ]);
}

function addSubmit(act: Command, bind: Bind): void {
  const submit = act
    .command("submit")
    .summary("have the gateways carry out what a quorum has signed")
    .description(
      "Have the gateways carry out what a quorum has signed. Anyone may. Takes several copies of a file and puts their " +
        "signatures together. What was done before is passed over. Ends with 1 where acts wait for signatures.",
    )
    .argument("<acts file...>", "signed acts, one copy or several")
    .requiredOption(ZONE_FLAG, ZONE_MEANING);
  withPayer(submit).action(
    bind(whenCalled(async () => (await import("../council/submit.ts")).submitCommand)),
  );
  withExamples(submit, [
    "ryugu zone act submit otohime.json sango.json minamo.json --zone zone.json --keystore payer.json",
    "Three partners' copies:",
  ]);
}
