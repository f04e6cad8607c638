import type { Command } from "commander";
import { type Bind, whenCalled } from "../bind.ts";
import { withExamples } from "./examples.ts";
import { withChainChoice, withPayer } from "./options.ts";

/** How a currency is named on one chain. */
export const CURRENCY = "an ERC-20's address, or the zero address for the chain's coin";

/** Adds `ryugu payout credit …`. */
export function addCreditCommands(payout: Command, bind: Bind): void {
  const credit = payout
    .command("credit")
    .description("credits: what a payee could not be paid, and waits for them");
  addShowCredit(credit, bind);
  addClaim(credit, bind);
  addSign(credit, bind);
  addCarry(credit, bind);
}

const withPlaces = (command: Command): Command =>
  withChainChoice(command)
    .requiredOption("--place <address...>", "the splits and rails to ask")
    .option("--currency <address...>", `only these: ${CURRENCY} (default: all that logs tell of)`)
    .option("--from-block <number>", "the first block whose logs are searched (default: 0)");

function addShowCredit(credit: Command, bind: Bind): void {
  const command = withPlaces(credit.command("show"))
    .summary("what waits for an account at splits and rails")
    .description(
      "Show what an account could not be paid, and may claim. Asks nothing but the chain.",
    )
    .argument("<account>", "the payee")
    .action(bind(whenCalled(async () => (await import("../payout/credit.ts")).showCommand)));
  withExamples(command, [
    "ryugu payout credit show 0x5c… --place 0x7a… 0x33… --rpc eip155:1=https://rpc.example",
    "Was I blocked when somebody paid me?",
  ]);
}

function addClaim(credit: Command, bind: Bind): void {
  const command = withPlaces(credit.command("claim"))
    .summary("take everything that is credited to the key's account")
    .description(
      "Take everything that is credited to the key's account over several splits and rails, with no relayer and no server. One that is " +
        "refused does not keep the others. Calling again goes on where it stopped. A stranger can have somebody credited in worthless " +
        "currencies: name those that count with --currency. Ends with 1 where something stays credited.",
    )
    .option("--to <address>", "where it goes (default: the account itself)");
  withPayer(command).action(
    bind(whenCalled(async () => (await import("../payout/credit.ts")).claimCommand)),
  );
  withExamples(command, [
    "ryugu payout credit claim --place 0x7a… 0x33… --to 0x91… --rpc eip155:1=https://rpc.example",
    "My account is blocked, and every relayer is dead:",
  ]);
}

function addSign(credit: Command, bind: Bind): void {
  const command = credit
    .command("sign")
    .summary("sign a claim for somebody else to carry: it needs no gas")
    .description(
      "Sign an order to pay out to another account what is credited to the key's account at one split or rail. It counts once; whoever " +
        "carries it can change nothing. Without --out it is printed.",
    )
    .requiredOption("--place <address>", "the split or rail that owes it")
    .requiredOption("--currency <address>", CURRENCY)
    .requiredOption("--to <address>", "where it goes")
    .option("--deadline <time>", "when it counts no more: 2h, 7d, or a date (default: 1d)")
    .option("--out <file>", "where to write it");
  withPayer(withChainChoice(command)).action(
    bind(whenCalled(async () => (await import("../payout/credit.ts")).signCommand)),
  );
  withExamples(command, [
    "ryugu payout credit sign --place 0x7a… --currency 0x… --to 0x91… --rpc eip155:1=https://rpc.example --out claim.json",
    "I have no gas, and my account is blocked:",
  ]);
}

function addCarry(credit: Command, bind: Bind): void {
  const command = credit
    .command("carry")
    .summary("carry out a claim that its payee signed")
    .description(
      "Carry out a claim that somebody else signed: it is checked first, and the key only pays the gas.",
    )
    .argument("<claim>", "a file, an http(s) address, or - for standard input");
  withPayer(withChainChoice(command)).action(
    bind(whenCalled(async () => (await import("../payout/credit.ts")).carryCommand)),
  );
  withExamples(command, [
    "ryugu payout credit carry claim.json --rpc eip155:1=https://rpc.example",
    "A creator who has no gas asks you:",
  ]);
}
