import { TypedDataEncoder } from "ethers";
import type { SharedParts } from "../../src/main/parts.ts";
import type { ValidatorSigner } from "../../src/ports/signer.ts";
import { typedSigner } from "../../src/signer/typed-signer.ts";
import { type QuickKey, quickKey } from "../world/keys.ts";
import { VALIDATORS, ZONE } from "../world/zone.ts";
import type { Life } from "./life.ts";
import { RelayerKey } from "./relayer-key.ts";

const RELAYERS = VALIDATORS.map((_, i) => quickKey(`relayer ${i + 1}`));

/** The node's validator. Whoever judges hears of each signature before it leaves the node. */
export function signerOf({ around, lifeline, node: { index } }: Life): ValidatorSigner {
  const { signatures, onSign } = around;
  const key = keyAt(VALIDATORS, index);
  const typed = typedSigner(ZONE.id, {
    account: key.address,
    signTyped: async ({ domain, types, value }) =>
      key.sign(TypedDataEncoder.hash(domain, types, value)),
  });
  return {
    validator: key.address,
    sign: (checkpoint) =>
      lifeline.call("sign", () => {
        onSign(index, checkpoint);
        return signatures.sign(key, checkpoint);
      }),
    signDocument: (kind, document) =>
      lifeline.call("sign", () => typed.signDocument(kind, document)),
  };
}

/** The node's relayer. Chains learn what its transactions say when it signs them. */
export function relayerOf({
  around: { chains },
  lifeline,
  node,
}: Life): NonNullable<SharedParts["relayer"]> {
  const key = keyAt(RELAYERS, node.index);
  const signer = new RelayerKey(key, (chainId, raw, transaction) => {
    const chain = chains.find(({ nature }) => nature.id === `eip155:${chainId}`);
    if (lifeline.isAlive) chain?.learn(raw, transaction);
  });
  return { account: key.address, signer };
}

function keyAt(keys: readonly QuickKey[], index: number): QuickKey {
  const key = keys[index];
  if (key === undefined) throw new RangeError(`There is no key of node ${index}.`);
  return key;
}
