import { keccak256, toUtf8Bytes, Wallet } from "ethers";

const keyOf = (name: string): Wallet => new Wallet(keccak256(toUtf8Bytes(`ryugu-books ${name}`)));

/** Everybody's keys. They are of no value anywhere. */
export interface Keys {
  readonly people: readonly Wallet[];
  /** Deploys everything, issues the yen and keeps the ledger. */
  readonly issuer: Wallet;
  /** Pays the gas of what others signed. */
  readonly relayer: Wallet;
  readonly validators: readonly Wallet[];
}

export function makeKeys(people: number): Keys {
  return {
    people: Array.from({ length: people }, (_, i) => keyOf(`person ${i}`)),
    ...{ issuer: keyOf("issuer"), relayer: keyOf("relayer") },
    validators: [0, 1, 2].map((i) => keyOf(`validator ${i}`)),
  };
}
