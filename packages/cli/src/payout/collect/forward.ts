import { forwardRoyalties, type RoyaltyRouter, readWaitingRoyalties } from "@ryugu/sdk/payout";
import { onChain } from "../sources.ts";
import { amountOr0, type CollectContext, searched } from "./context.ts";
import { type Collected, collectOne } from "./outcome.ts";

/** Sends home what waits in a router, in each currency that counts. */
export async function* forwardFrom(
  context: CollectContext,
  router: RoyaltyRouter,
): AsyncGenerator<Collected, void, void> {
  const { zone, chains, currencies } = context;
  const { chain, address: place } = router;
  const provider = chains.providerOf(chain);
  for (const currency of onChain(chain, currencies)) {
    const waiting = () => amountOr0(readWaitingRoyalties(router, provider, currency));
    const amount = yield* searched(context, chain, waiting);
    if (amount === undefined || amount === 0n) continue;
    const by = { signer: context.signerOn(chain), provider };
    yield await collectOne(
      { step: "forward", chain, place, currency, amount },
      {
        async act() {
          const { transaction } = await forwardRoyalties(zone, router, by, currency);
          return { state: "done", transaction };
        },
        isLeft: async () => (await waiting()) > 0n,
      },
      context.persist,
    );
  }
}
