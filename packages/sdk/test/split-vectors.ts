import {
  divide,
  packShares,
  type SplitShare,
  splitAddress,
  splitImplementation,
} from "../src/payout/index.ts";
import { type Address, address, bytes32, ZERO_ADDRESS } from "../src/primitives/index.ts";

const FACTORY = address(`0x${"5f".repeat(20)}`);
const OWNER = address(`0x${"0e".repeat(20)}`);
const SALT = bytes32(`0x${"5a".repeat(32)}`);
const NO_SALT = bytes32(`0x${"00".repeat(32)}`);
const AMOUNTS = [1n, 100n, 12_000n * 10n ** 18n, (1n << 128n) - 1n];

const account = (n: number) => address(`0x${n.toString(16).padStart(40, "0")}`);
const crowd = (n: number): SplitShare[] =>
  Array.from({ length: n }, (_, i) => ({
    payee: account(0xa11c_e000 + i),
    weight: 1 + ((i * 7_919) % 1_000),
    nested: i % 5 === 0,
  }));

const CASES: [name: string, owner: Address, salt: typeof SALT, shares: SplitShare[]][] = [
  ["one payee", ZERO_ADDRESS, NO_SALT, crowd(1)],
  ["two payees", ZERO_ADDRESS, NO_SALT, crowd(2)],
  ["an owner", OWNER, NO_SALT, crowd(3)],
  ["a salt", ZERO_ADDRESS, SALT, crowd(3)],
  ["owner and salt", OWNER, SALT, crowd(20)],
  [
    "the greatest weights",
    ZERO_ADDRESS,
    NO_SALT,
    crowd(4).map((share) => ({ ...share, weight: 0x7fff_ffff })),
  ],
  ["many payees", OWNER, SALT, crowd(120)],
];

/** Splits: the bytes of their lists, their addresses, and what amounts are divided into. */
export function splitVectors() {
  return {
    factory: FACTORY,
    implementation: splitImplementation(FACTORY),
    cases: CASES.map(([name, owner, salt, shares]) => ({
      name,
      owner,
      salt,
      payees: shares.map(({ payee }) => payee),
      weights: shares.map(({ weight }) => weight),
      nested: shares.map(({ nested }) => nested),
      list: packShares(owner, shares),
      address: splitAddress(FACTORY, { owner, salt, shares }),
      divisions: AMOUNTS.slice(0, shares.length > 20 ? 1 : AMOUNTS.length).map((amount) => ({
        amount: amount.toString(),
        parts: divide(amount, shares).map(String),
      })),
    })),
  };
}
