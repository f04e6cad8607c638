import type { Command } from "commander";
import { type Bind, whenCalled } from "../bind.ts";
import { withExamples } from "./examples.ts";
import { withPayer, withZoneChains } from "./options.ts";
import { withSources } from "./statement.ts";

/** Adds `ryugu payout collect`. */
export function addCollect(payout: Command, bind: Bind): void {
  const command = payout
    .command("collect")
    .summary("take everything that is yours, on all chains, with nobody's help")
    .description(
      "Bring the key's account everything that is theirs on all chains of the zone, with every node and relayer dead: royalties that wait in " +
        "routers are sent home, royalty messages delivered for which signatures can be had, splits that hold money for the account " +
        "divided, and credits claimed. The key pays the gas on each chain. One thing that is refused, or a chain that does not answer, does " +
        "not keep the others. Calling again goes on where it stopped. Ends with 1 where anything is left.",
    )
    .option("--to <address>", "where claims go (default: the account itself)")
    .option(
      "--attestations <source...>",
      "signatures on royalty messages: files, or addresses of nodes and archives (default: the zone's nodes)",
    );
  withPayer(withZoneChains(withSources(command))).action(
    bind(whenCalled(async () => (await import("../payout/collect/command.ts")).collectCommand)),
  );
  withExamples(command, [
    "ryugu payout collect --rail eip155:31001:0x… --splits eip155:31001:0x… --currency eip155:31001:0x…",
    "The company that ran everything is gone:",
  ]);
}
