import type { Command } from "commander";
import { type Bind, whenCalled } from "../bind.ts";
import { withExamples } from "./examples.ts";
import { withKey, withZone } from "./options.ts";

const ASSET = "eip155:31001/erc721:0x…";
const PLACES = "--market 0x… --rail 0x… --currency 0x…";

const ORDER = [
  "<order>",
  "a signed order: a file, an http(s) address, or - for standard input",
] as const;

const TRUST = [
  "--market <address>",
  "the market that you trust, where its code is not the zone's own; the order must be for it",
] as const;

/** Adds `ryugu market …`. */
export function addMarketCommands(program: Command, bind: Bind): void {
  const market = program
    .command("market")
    .description("sell tokens by signed orders, with every royalty paid, and buy them");
  addOffer(market, bind);
  addShow(market, bind);
  addBuy(market, bind);
  addSubmit(market, bind);
  addCancel(market, bind);
  addRefund(market, bind);
  addSales(market, bind);
}

function addOffer(market: Command, bind: Bind): void {
  const offer = market
    .command("offer")
    .summary("offer a token of yours for sale")
    .description(
      "Offer a token of yours for sale: sign an order, approve the market for it, and write the order down. Whoever has the " +
        "file can buy by it; the token stays with you until then. All the royalty that the collection asks now is paid first.",
    )
    .argument("<asset>", "the token's CAIP-19 id; with --voucher its collection's")
    .requiredOption("--price <yen>", "the price of one, as people write it: 12,000")
    .requiredOption(
      "--currency <address>",
      "what it is paid in; a prepaid ledger is its own currency",
    )
    .requiredOption("--rail <address>", "the payment rail that pays everyone who has a part")
    .requiredOption("--market <address>", "the market that sells it")
    .requiredOption("--out <file>", "where to write the signed order; a new file")
    .option(
      "--payee <address>",
      "who gets what royalty and fee leave: an account or a split (default: you)",
    )
    .option("--voucher", "tokens that the collection makes when they are bought")
    .option("--uri <uri>", "the metadata of such tokens")
    .option("--quantity <count>", "how many are sold in all (default: 1)")
    .option(
      "--intermediary <account:bps:sponsor>",
      "who brings buyer and seller together, its fee in basis points, and the partner who answers for it",
    )
    .option("--buyer <address>", "who alone may buy (default: anyone)")
    .option(
      "--policy <contract:count>",
      "a contract that bounds how many one buyer gets, and the count; or another policy and its 32 bytes of terms",
    )
    .option(
      "--most-royalty <bps>",
      "the most royalty that you agree to, in basis points; a collection that asks more later cannot be sold by this order (default: what it asks now)",
    )
    .option("--until <time>", "when the order ends: 2h, 7d, or a date (default: in thirty days)");
  withKey(withZone(offer)).action(
    bind(whenCalled(async () => (await import("../market/offer.ts")).offerCommand)),
  );
  withExamples(
    offer,
    [`ryugu market offer ${ASSET}/7 --price 12,000 ${PLACES} --out order.json`, "One token:"],
    [
      `ryugu market offer ${ASSET} --voucher --uri ipfs://… --quantity 100 --price 3,000 ${PLACES} --payee 0x… --out edition.json`,
      "An edition of a hundred that costs nothing until it is sold, for a band's split:",
    ],
  );
}

function addShow(market: Command, bind: Bind): void {
  const show = market
    .command("show")
    .summary("who gets what by an order, and can it be bought?")
    .description(
      "Check an order's signature, ask its chain where it stands, and show its price, who gets what of it, what is left, and " +
        "until when. Ends with 0 where it can be bought, with 1 where nobody can buy by it, or its market is none that you know.",
    )
    .argument(...ORDER)
    .option(
      "--splits <address>",
      "the rail's split factory: shows who is paid by the splits among the payees",
    )
    .option(...TRUST);
  withZone(show).action(
    bind(whenCalled(async () => (await import("../market/show.ts")).showOrder)),
  );
  withExamples(show, [
    "curl -s https://gallery.example/order.json | ryugu market show -",
    "Is a stranger's order good, and who is paid?",
  ]);
}

function addBuy(market: Command, bind: Bind): void {
  const buy = market
    .command("buy")
    .summary("buy by an order, or only sign for it")
    .description(
      "Buy by an order: sign one payment and send it in. You pay the price and the gas; nothing is allowed to anybody. With " +
        "--sign-only nothing is sent: what is written down can be sent in by whoever pays the gas, and changed by nobody.",
    )
    .argument(...ORDER)
    .option("--recipient <address>", "who shall have the token (default: you)")
    .option("--count <count>", "how many (default: 1)")
    .option("--sign-only", "send nothing: write the signed purchase for a sponsor")
    .option("--out <file>", "where to write it; a new file")
    .option("--valid-for <time>", "how long a sponsor may send it in: 10m, 2h (default: 15m)")
    .option(...TRUST);
  withKey(withZone(buy)).action(
    bind(whenCalled(async () => (await import("../market/buy.ts")).buyCommand)),
  );
  withExamples(
    buy,
    ["ryugu market buy order.json", "Buy, paying price and gas:"],
    [
      "ryugu market buy order.json --sign-only --out purchase.json",
      "Without any of the chain's coin, for a sponsor to send in:",
    ],
  );
}

function addSubmit(market: Command, bind: Bind): void {
  const submit = market
    .command("submit")
    .summary("send in a purchase that somebody signed")
    .description(
      "Send in a purchase that its buyer signed. You pay the gas, they the price. What the chain would refuse is refused before.",
    )
    .argument(...ORDER)
    .argument("<purchase>", "what `market buy --sign-only` wrote")
    .option(...TRUST);
  withKey(withZone(submit)).action(
    bind(whenCalled(async () => (await import("../market/submit.ts")).submitCommand)),
  );
  withExamples(submit, [
    "ryugu market submit order.json purchase.json --keystore sponsor.json",
    "A sponsor carries a visitor's purchase:",
  ]);
}

function addCancel(market: Command, bind: Bind): void {
  const cancel = market
    .command("cancel")
    .summary("take an order of yours back, or all")
    .description(
      "Take an order of yours back, so that nobody can buy by it any more; with --all every order that you have signed so far " +
        "for its market, or for the one that --market and --chain name.",
    )
    .argument("[order]", ORDER[1])
    .option("--all", "all that you have signed for the market so far")
    .option("--market <address>", "the market, where no order is given")
    .option("--chain <id>", "its chain (CAIP-2)");
  withKey(withZone(cancel)).action(
    bind(whenCalled(async () => (await import("../market/cancel.ts")).cancelCommand)),
  );
  withExamples(
    cancel,
    ["ryugu market cancel order.json", "Before offering the same token for more:"],
    [
      "ryugu market cancel --all --market 0x… --chain eip155:31001",
      "A key may have signed what its owner does not know:",
    ],
  );
}

function addRefund(market: Command, bind: Bind): void {
  const refund = market
    .command("refund")
    .summary("give a buyer the exact price back")
    .description(
      "Give a buyer the exact price back, for no more tokens than were sold. You pay the price and the gas. Royalty and fee stay " +
        "with those who got them, and the token goes back by a transfer of its own.",
    )
    .argument(...ORDER)
    .requiredOption("--buyer <address>", "who gets it")
    .option("--count <count>", "for how many tokens (default: 1)")
    .option(...TRUST);
  withKey(withZone(refund)).action(
    bind(whenCalled(async () => (await import("../market/refund.ts")).refundCommand)),
  );
  withExamples(refund, ["ryugu market refund order.json --buyer 0x…", "A print came damaged:"]);
}

function addSales(market: Command, bind: Bind): void {
  const sales = market
    .command("sales")
    .summary("what a market has sold, and who was paid")
    .description(
      "List what a market has sold, with price, royalty and fee. Anyone may sell to themselves through a rail of their own: sums " +
        "are told by currency and rail, and count where you know both.",
    )
    .requiredOption("--market <address>", "the market")
    .requiredOption("--chain <id>", "its chain (CAIP-2)")
    .option("--seller <address>", "only this seller's")
    .option(
      "--from <block or time>",
      "since a block, a date, or 7d ago (default: since the zone began)",
    );
  withZone(sales).action(
    bind(whenCalled(async () => (await import("../market/sales.ts")).salesCommand)),
  );
  withExamples(sales, [
    "ryugu market sales --market 0x… --chain eip155:31001 --seller 0x… --from 30d",
    "What did this artist sell in the last month?",
  ]);
}
