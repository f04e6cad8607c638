import type { NodeConfigInput } from "@ryugu/bridge";
import { chainId } from "@ryugu/sdk/primitives";
import type { ZoneShape } from "../zone/plan.ts";
import { ROYALTY_MINIMUM } from "./amounts.ts";
import type { ZoneMoney } from "./zone-money.ts";

/** In milliseconds. A real node waits longer: here somebody watches. */
const PATIENCE = { maximumAgeMs: 3_000, intervalMs: 1_000, turnMs: 1_000 };

/** Whose debt the yen is, as creators' books name it: the bank's customer. */
const ISSUER = "Ryugu Issuing";

/** What a node that sends royalties home, and tells creators what they got, is configured with besides. */
export function payoutConfig(
  { home, yen, contracts }: ZoneMoney,
  { chains }: Pick<ZoneShape, "chains">,
): Pick<NodeConfigInput, "roles" | "payout"> {
  const { maximumAgeMs, intervalMs, turnMs } = PATIENCE;
  const minimum = String(ROYALTY_MINIMUM);
  return {
    roles: ["observe", "attest", "relay", "audit", "payout", "api"],
    payout: {
      currencies: [{ homeChain: chainId(home.number), token: yen, minimum, maximumAgeMs }],
      contracts: chains.flatMap(({ slug, number }) => {
        const own = contracts[slug];
        if (own === undefined) return [];
        const { market, rail, splits } = own;
        const [markets, rails, splitFactories] = [[market], [rail], [splits]];
        return [{ chain: chainId(number), markets, rails, splitFactories }];
      }),
      statements: {
        currencies: [
          {
            ...{ homeChain: chainId(home.number), token: yen, symbol: "tJPY", decimals: 18 },
            issuer: ISSUER,
          },
        ],
      },
      ...{ intervalMs, turnMs },
    },
  };
}
