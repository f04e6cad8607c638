import type { Command } from "commander";
import { type Bind, whenCalled } from "../bind.ts";
import { withExamples } from "./examples.ts";
import { addIssuerCommands } from "./issuer.ts";
import { withZone } from "./options.ts";

/** Adds `ryugu reserves …`. */
export function addReservesCommands(program: Command, bind: Bind): void {
  const reserves = program
    .command("reserves")
    .description(
      "what the zone's vaults hold and owe, as its validators state it; what a currency's issuer holds",
    );
  const verify = withZone(reserves.command("verify"))
    .summary("verify a validator's daily statement, or a holder's certificate")
    .description(
      "Verify a validator's daily statement, or a holder's claim certificate, against the zone's manifest: that it is of this zone, " +
        "signed by who has a seat there, unchanged, and adds up. Asks no chain. Whether what it says is true the chains say, at the " +
        "blocks that it names. A genuine statement that says of itself that reserves are wanting ends with exit code 1.",
    )
    .argument("<statement or certificate>", "a file, an http(s) address, or - for standard input")
    .action(bind(whenCalled(async () => (await import("../reserves/verify.ts")).verifyReserves)));
  withExamples(
    verify,
    [
      "ryugu reserves verify https://node.otohime.example/v1/statements/latest",
      "Does this bank hold what it owes, by its own signed word of last night?",
    ],
    [
      "ryugu reserves verify certificate.json --manifest zone.json --trust 0x3b…:0x91…",
      "A certificate that somebody handed over, years later, without a network:",
    ],
  );
  addIssuerCommands(reserves, bind);
}
