import {
  type Attestation,
  type Checkpoint,
  signCheckpoint,
  type ValidatorSet,
  validatorSet,
} from "@ryugu/sdk/lane";
import { address } from "@ryugu/sdk/primitives";
import { Wallet } from "ethers";
import type { CouncilView } from "../../src/ports/council-view.ts";
import { word } from "./messages.ts";

export const ZONE_ID = word("zone");
/** Five validators' keys and their set, 3 of 5. */
export const VALIDATORS = ["v1", "v2", "v3", "v4", "v5"].map((name) => new Wallet(word(name)));
export const SET = validatorSet(
  0,
  3,
  VALIDATORS.map((wallet) => address(wallet.address)),
);

/** A council that never changes. */
export const councilOf = (set: ValidatorSet): CouncilView => ({ on: () => set, sets: () => [set] });

/** The n-th validator's attestation. */
export function attest(n: number, checkpoint: Checkpoint): Promise<Attestation> {
  const wallet = VALIDATORS[n];
  if (wallet === undefined) throw new Error("no such validator");
  return signCheckpoint(wallet, ZONE_ID, checkpoint);
}
