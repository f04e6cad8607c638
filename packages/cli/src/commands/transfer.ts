import type { Command } from "commander";
import type { Bind } from "../bind.ts";
import { followCommand } from "../transfer/follow.ts";
import { sendCommand } from "../transfer/send.ts";
import { withExamples } from "./examples.ts";
import { withKey, withZone } from "./options.ts";

const ASSET = "eip155:31001/erc721:0x…/1";

/** Adds `ryugu transfer …`. */
export function addTransferCommands(program: Command, bind: Bind): void {
  const transfer = program
    .command("transfer")
    .description("send assets to another chain, and follow them");
  addSend(transfer, bind);
  addFollow(transfer, bind);
}

function addSend(transfer: Command, bind: Bind): void {
  const send = transfer
    .command("send")
    .summary("send 1 to 16 tokens of one collection to another chain")
    .description(
      "Send 1 to 16 tokens of one collection to another chain of the zone. Approves the gateway for exactly " +
        "these tokens where that is needed. With --json and --follow: one JSON line when it is sent, then one " +
        "for each change.",
    )
    .argument("<asset...>", "the tokens by CAIP-19 id, all of one collection")
    .requiredOption("--to-chain <id>", "the chain where they shall arrive (CAIP-2)")
    .requiredOption("--recipient <address>", "who shall have them there")
    .option(
      "--refund <address>",
      "who gets them back here if they cannot be delivered (default: you)",
    )
    .option("--deadline <time>", "when to give up: 2h, 7d, or a date (default: the zone's)")
    .option("--reference <text or hex>", "up to 32 bytes for your books; never personal data")
    .option("--follow", "stay until they have arrived");
  withKey(withZone(send)).action(bind(sendCommand));
  withExamples(
    send,
    [
      `ryugu transfer send ${ASSET} --to-chain eip155:31002 --recipient 0x… --follow`,
      "Send a token and watch it arrive:",
    ],
    [
      `ryugu transfer send ${ASSET} --to-chain eip155:31002 --recipient 0x… --deadline 2h --keystore me.json`,
      "With a key of your own, to come back after two hours:",
    ],
  );
}

function addFollow(transfer: Command, bind: Bind): void {
  const follow = transfer
    .command("follow")
    .summary("follow a transfer until it has arrived")
    .description(
      "Follow a transfer until it has arrived. Asks the zone's nodes, and the chains themselves where no node " +
        "answers; an arrival is believed only when the chain confirms it. With --json: one JSON line for each " +
        "change. Ends with 0 when delivered, with 1 when returned to its sender.",
    )
    .argument("<message id>", "the id that `transfer send` printed")
    .option("--timeout <time>", "stop following after this long: 90s, 10m (the transfer goes on)");
  withZone(follow).action(bind(followCommand));
  withExamples(follow, ["ryugu transfer follow 0x5c…", "Where is my transfer?"]);
}
