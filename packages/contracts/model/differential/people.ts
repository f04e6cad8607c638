import { computeAddress, id, SigningKey } from "ethers";
import type { Address } from "../words.ts";

/** The model's accounts are numbers; on real chains they need keys. Who stands for whom depends on the number alone. */
export interface People {
  /** A model's account as it is on the chains; what has no key there, as tokens, is the same. */
  real(account: Address): Address;
  /** A compact signature of a model's account on a digest. */
  sign(account: Address, digest: string): string;
}

const VALIDATORS = 0x200;
const ACCOUNTS = 0x300;
const THIEF = 0x666;
const MOST = 64;

interface Person {
  readonly key: SigningKey;
  readonly address: Address;
}

/** Validators keep the model's order, and accounts whether their address is odd: both decide what happens. */
export function createPeople(gateway: Address): People {
  const validators = Array.from({ length: MOST }, (_, at) => personOf(`validator ${at}`));
  validators.sort((one, other) => (one.address < other.address ? -1 : 1));
  const accounts = new Map<number, Person>();
  const personAt = (number: number): Person | undefined => {
    if (number > VALIDATORS && number < ACCOUNTS) {
      return validators[Math.min(number - VALIDATORS, MOST) - 1];
    }
    if (number !== THIEF && (number <= ACCOUNTS || number >= ACCOUNTS + MOST)) return undefined;
    const known = accounts.get(number) ?? alikePerson(number);
    accounts.set(number, known);
    return known;
  };
  return {
    real(account) {
      const number = numberOf(account);
      if (number !== undefined && number >= 0x100 && number < VALIDATORS) return gateway;
      return (number === undefined ? undefined : personAt(number)?.address) ?? account;
    },
    sign(account, digest) {
      const key = personAt(numberOf(account) ?? 0)?.key;
      if (key === undefined) throw new RangeError(`${account} has no key.`);
      return key.sign(digest).compactSerialized;
    },
  };
}

/** The model's accounts are small numbers; anything else is nobody's. */
function numberOf(account: Address): number | undefined {
  const number = BigInt(account);
  return number < 0x10000n ? Number(number) : undefined;
}

function alikePerson(number: number): Person {
  for (let at = 0; ; at++) {
    const person = personOf(`account ${number} ${at}`);
    if (BigInt(person.address) % 2n === BigInt(number % 2)) return person;
  }
}

function personOf(name: string): Person {
  const key = new SigningKey(id(`ryugu differential ${name}`));
  return { key, address: computeAddress(key).toLowerCase() as Address };
}
