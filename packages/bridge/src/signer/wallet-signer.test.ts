import { address } from "@ryugu/sdk/primitives";
import { VALIDATORS, ZONE_ID } from "../../test/model/attestations.ts";
import { signerContract } from "./signer.contract.ts";
import { walletSigner } from "./wallet-signer.ts";

signerContract("a key in memory", async () => {
  const [signer] = VALIDATORS;
  if (signer === undefined) throw new Error("no key");
  return walletSigner(ZONE_ID, { account: address(signer.address), signer });
});
