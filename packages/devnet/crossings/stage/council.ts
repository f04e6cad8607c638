import { type CouncilActName, type CouncilActs, signCouncilAct } from "@ryugu/sdk/lane";
import { concat } from "ethers";
import type { Stage, StageChain } from "./stage.ts";

type Act = keyof typeof CALLS;

/** The gateway's function for an act, and its arguments in order. */
const CALLS = {
  ListToken: (act: CouncilActs["ListToken"]) => [
    "listToken",
    ...[act.token, act.class, act.cap, act.windowMinutes],
  ],
  SetLimit: (act: CouncilActs["SetLimit"]) => ["setLimit", act.token, act.cap, act.windowMinutes],
} satisfies { [Name in CouncilActName]?: (act: CouncilActs[Name]) => unknown[] };

/** The largest cap, which means no limit. */
export const NO_LIMIT = 2n ** 88n - 1n;

/** Has a quorum decide something for one gateway, and carries it there. */
export async function decide<Name extends Act>(
  { zone, quorum, accounts }: Pick<Stage, "zone" | "quorum" | "accounts">,
  chain: StageChain,
  name: Name,
  act: CouncilActs[Name],
): Promise<void> {
  const on = { chain: chain.id, gateway: chain.gatewayAddress };
  await accounts.issuer.on(chain, async (signer) => {
    const nonce = Number(await chain.gateway.getFunction("councilNonce")());
    const signatures = await Promise.all(
      quorum.map((wallet) => signCouncilAct(wallet, zone.id, on, nonce, name, act)),
    );
    const call = CALLS[name] as (act: CouncilActs[Name]) => [string, ...unknown[]];
    const [method, ...args] = call(act);
    const gateway = chain.gateway.connect(signer) as typeof chain.gateway;
    await (await gateway.getFunction(method)(...args, concat(signatures))).wait();
  });
}
