import type { Bytes32 } from "@ryugu/sdk/primitives";
import type { ValidatorSigner } from "../ports/signer.ts";
import type { OpenedKey } from "./keystore.ts";
import { typedSigner } from "./typed-signer.ts";

/** Signs with a key in this process's memory. */
export function walletSigner(zoneId: Bytes32, { account, signer }: OpenedKey): ValidatorSigner {
  return typedSigner(zoneId, {
    account,
    signTyped: ({ domain, types, value }) => signer.signTypedData(domain, types, value),
  });
}
