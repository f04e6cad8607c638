import { signRotation, validatorSet } from "@ryugu/sdk/lane";
import { type Address, isSameAddress } from "@ryugu/sdk/primitives";
import { concat, Wallet } from "ethers";
import type { Stage } from "../stage/stage.ts";
import type { Fault } from "./fault.ts";

/**
 * The zone rotates one validator out and a new one in, and the old one's node stops. The new one has no node yet. It is the
 * validator of the highest address who leaves: nodes and the SDK still choose signers from the set in the manifest, the
 * lowest first, so that its old signatures are not chosen where others will do.
 */
export const validatorsRotated: Fault = {
  name: "the validators rotated",
  most: 1,
  async happen({ stage }) {
    const { running, zone } = stage;
    const leaving = zone.validatorSet.validators.at(-1);
    const slug = Object.entries(running.keys.partners).find(([, { validator }]) =>
      isSameAddress(validator.address, leaving ?? ""),
    )?.[0];
    if (leaving === undefined || slug === undefined) throw new RangeError("Nobody can leave.");
    const staying = zone.validatorSet.validators.filter((validator) => validator !== leaving);
    const coming = Wallet.createRandom().address as Address;
    const { epoch, quorum } = zone.validatorSet;
    await carry(stage, validatorSet(epoch + 1, quorum, [...staying, coming]));
    stage.memory.retired = slug;
    await running.node(slug).stop();
    return true;
  },
};

async function carry(stage: Stage, set: ReturnType<typeof validatorSet>): Promise<void> {
  const { quorum, zone, chains, accounts } = stage;
  const rotation = { set, validFrom: 0 };
  const signatures = await Promise.all(
    quorum.map((wallet) => signRotation(wallet, zone.id, rotation)),
  );
  await Promise.all(
    chains.map((chain) =>
      accounts.issuer.on(chain, async (signer) => {
        const gateway = chain.gateway.connect(signer) as typeof chain.gateway;
        const rotate = gateway.getFunction("rotate");
        await (await rotate(set.validators, set.quorum, 0, concat(signatures))).wait();
      }),
    ),
  );
}
