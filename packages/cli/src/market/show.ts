import { address } from "@ryugu/sdk/primitives";
import type { Cli } from "../cli.ts";
import { EXIT } from "../exit-code.ts";
import type { Outcome } from "../outcome.ts";
import { lines } from "../output/blocks.ts";
import { bad, good } from "../output/style.ts";
import type { ZoneOptions } from "../zone/open-zone.ts";
import { isGenuineMarket, namedMarket, type TrustOptions } from "./genuine-market.ts";
import { withMarket } from "./open-market.ts";
import { readOrder } from "./order-file.ts";
import { orderJson, orderView } from "./order-view.ts";
import { wordOf } from "./order-word.ts";
import { standingOf } from "./standing.ts";

/** `ryugu market show` */
export async function showOrder(
  cli: Cli,
  source: string,
  options: ZoneOptions & TrustOptions & { splits?: string },
): Promise<Outcome> {
  const splits = options.splits === undefined ? undefined : address(options.splits);
  const order = await readOrder(cli, source);
  return withMarket(cli, order, options, async (open) => {
    const isNamed = namedMarket(options, order.market) !== undefined;
    const isTrusted = isNamed || (await isGenuineMarket(open.provider, order.market));
    const signedBy = await wordOf(open.provider, order);
    const standing = await standingOf(open, order, splits);
    const obstacles = [...(isTrusted ? [] : [FOREIGN]), ...standing.obstacles];
    const canBeBought = obstacles.length === 0;
    return {
      json: { source, signedBy, canBeBought, obstacles, ...orderJson(order, standing) },
      view: [
        lines(
          [good("✓ "), signedBy === "key" ? "Signed by its seller." : "Its seller stands by it."],
          ...(canBeBought ? [[good("✓ "), "It can be bought."]] : []),
          ...obstacles.map((why) => [bad("✗ "), why]),
        ),
        ...orderView(order, standing),
      ],
      exitCode: canBeBought ? EXIT.ok : EXIT.negative,
    };
  });
}

const FOREIGN =
  "Its market's code is not the zone's: it could take the money and give nothing. If you trust it, name it with --market.";
