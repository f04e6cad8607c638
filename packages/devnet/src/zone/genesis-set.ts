import { hashValidatorSet, type ValidatorSet, validatorSet, zoneId } from "@ryugu/sdk/lane";
import { type Address, type Bytes32, isSameAddress } from "@ryugu/sdk/primitives";
import type { Wallet } from "ethers";
import type { ZoneKeys } from "../keys/zone-keys.ts";
import { QUORUM, ZONE_NAME } from "./plan.ts";

/** What the zone's addresses commit to. */
export interface ZoneGenesis {
  zoneId: Bytes32;
  set: ValidatorSet;
  setHash: Bytes32;
}

/** The zone's id and first validators, from the partners' keys. */
export function zoneGenesis({ partners }: ZoneKeys): ZoneGenesis {
  const seats = Object.values(partners).map(({ validator }) => validator.address);
  const set = validatorSet(0, QUORUM, seats);
  return { zoneId: zoneId(ZONE_NAME), set, setHash: hashValidatorSet(set) };
}

/** Decrypts the keys of as many validators as make a quorum, by ascending address. */
export async function openQuorum({ partners }: ZoneKeys, set: ValidatorSet): Promise<Wallet[]> {
  const keys = Object.values(partners).map(({ validator }) => validator);
  const keyOf = (seat: Address) => keys.find(({ address }) => isSameAddress(address, seat));
  const signers = set.validators.slice(0, set.quorum).map(keyOf);
  return Promise.all(signers.filter((key) => key !== undefined).map((key) => key.open()));
}
