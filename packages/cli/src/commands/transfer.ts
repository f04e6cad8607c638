import type { Command } from "commander";
import type { Bind } from "../bind.ts";
import { claimCommand, deliverCommand, redirectCommand, retryCommand } from "../transfer/end.ts";
import { followCommand } from "../transfer/follow.ts";
import { sendCommand } from "../transfer/send.ts";
import { withExamples } from "./examples.ts";
import { withKey, withZone } from "./options.ts";

const ASSET = "eip155:31001/erc721:0x…/1";

const ATTESTATIONS = [
  "--attestations <file or url...>",
  "the partners' signatures as their nodes give them (default: ask every node)",
] as const;

/** Adds `ryugu transfer …`. */
export function addTransferCommands(program: Command, bind: Bind): void {
  const transfer = program
    .command("transfer")
    .description("send assets to another chain, and follow them");
  addSend(transfer, bind);
  addFollow(transfer, bind);
  addClaim(transfer, bind);
  addDeliver(transfer, bind);
  addRetry(transfer, bind);
  addRedirect(transfer, bind);
}

function addSend(transfer: Command, bind: Bind): void {
  const send = transfer
    .command("send")
    .summary("send 1 to 16 assets of one collection to another chain")
    .description(
      "Send 1 to 16 tokens of one ERC-721 or ERC-1155 collection, or an amount of an ERC-20 token, to another chain of " +
        "the zone. Approves the gateway for exactly these where that is needed and possible. With --json and --follow: one JSON line when it is sent, then one " +
        "for each change.",
    )
    .argument("<asset...>", "the tokens by CAIP-19 id, all of one collection")
    .option(
      "--amount <units...>",
      "how much of an ERC-20, or of each ERC-1155 token, in the smallest unit",
    )
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
        "answers; an arrival is believed only when the chain confirms it. What passes through its home chain, and what " +
        "goes back because it came too late, is followed over each lane. With --json: one JSON line for each " +
        "change. Ends with 0 when delivered, with 1 when given back.",
    )
    .argument("<message id>", "the id that `transfer send` printed")
    .option("--timeout <time>", "stop following after this long: 90s, 10m (the transfer goes on)");
  withZone(follow).action(bind(followCommand));
  withExamples(follow, ["ryugu transfer follow 0x5c…", "Where is my transfer?"]);
}

function addClaim(transfer: Command, bind: Bind): void {
  const claim = transfer
    .command("claim")
    .summary("take a message out of its lane, past those before it")
    .description(
      "Have a message carried out that a quorum has signed and nobody delivers, without waiting for those before it. " +
        "Its bytes come from the zone's nodes or the chains' logs, the partners' signatures from the nodes or from " +
        "files; all of them are checked. Where the destination does not know the collection yet, the message that tells of it is " +
        "claimed first. Ends with 0 when delivered, with 1 when its time was over and it goes back.",
    )
    .argument("<message id>", "the id that `transfer send` printed")
    .option(...ATTESTATIONS);
  withKey(withZone(claim)).action(bind(claimCommand));
  withExamples(
    claim,
    [
      "ryugu transfer claim 0x5c…",
      "Nobody delivers my transfer, though the partners have signed it:",
    ],
    [
      "ryugu transfer claim 0x5c… --attestations otohime.json sango.json minamo.json",
      "With signatures that three partners sent by mail:",
    ],
  );
}

function addDeliver(transfer: Command, bind: Bind): void {
  const deliver = transfer
    .command("deliver")
    .summary("deliver a lane in order, up to a message")
    .description(
      "Deliver every message that waits in a lane, in order, up to this one, as a relayer would. Who wants only their own " +
        "takes `claim`. Ends with 0 when this one was delivered, with 1 when it was parked or goes back.",
    )
    .argument("<message id>", "the id of the last message to deliver")
    .option(...ATTESTATIONS);
  withKey(withZone(deliver)).action(bind(deliverCommand));
  withExamples(deliver, ["ryugu transfer deliver 0x5c…", "No relayer is there, and many wait:"]);
}

function addRetry(transfer: Command, bind: Bind): void {
  const retry = transfer
    .command("retry")
    .summary("try a parked message again")
    .description(
      "Try a message again that was parked on its destination. Anyone may. After its deadline it is sent back " +
        "instead. Ends with 0 when delivered, with 1 when it goes back.",
    )
    .argument("<message id>", "the id of the parked message");
  withKey(withZone(retry)).action(bind(retryCommand));
  withExamples(retry, [
    "ryugu transfer retry 0x5c…",
    "The reason for which it was parked is gone:",
  ]);
}

function addRedirect(transfer: Command, bind: Bind): void {
  const redirect = transfer
    .command("redirect")
    .summary("have a parked message delivered to another account")
    .description(
      "As `retry`, for another account: only its recipient may, or for a Return who is given back. Ends as `retry`.",
    )
    .argument("<message id>", "the id of the parked message")
    .requiredOption("--recipient <address>", "who shall have it instead");
  withKey(withZone(redirect)).action(bind(redirectCommand));
  withExamples(redirect, [
    "ryugu transfer redirect 0x5c… --recipient 0x…",
    "The account that it was for cannot receive it:",
  ]);
}
