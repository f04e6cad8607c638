import { Contract, isError, type Provider, TypedDataEncoder, ZeroHash } from "ethers";
import {
  type Address,
  type ChainId,
  chainNumber,
  isSameAddress,
  safeLine,
  ZERO_ADDRESS,
} from "../primitives/index.ts";
import { askProvider } from "./chain-call.ts";
import type { Currency } from "./currency.ts";
import { CurrencyUnsupportedError } from "./errors.ts";

const CURRENCY = [
  "function name() view returns (string)",
  "function version() view returns (string)",
  "function symbol() view returns (string)",
  "function decimals() view returns (uint8)",
  "function DOMAIN_SEPARATOR() view returns (bytes32)",
  "function eip712Domain() view returns (bytes1, string name, string version, uint256 chainId, address verifyingContract, bytes32, uint256[])",
  "function authorizationState(address, bytes32) view returns (bool)",
];

/** The fields of a domain that ERC-3009 currencies have: name, version, chain, contract (ERC-5267). */
const DOMAIN_FIELDS = "0x0f";
const MAX_NAME = 256;

/** How a chain is asked. */
interface AskedChain {
  readonly chain: ChainId;
  readonly provider: Provider;
}

/**
 * Asks a currency under which names it is paid by signature (ERC-5267, or `name` and `version`), and checks the answer
 * against its domain separator, so that nobody signs in vain.
 *
 * @throws CurrencyUnsupportedError, PayoutUnavailableError
 */
export async function readCurrency(where: AskedChain, currency: Address): Promise<Currency> {
  const token = new Contract(currency, CURRENCY, where.provider);
  const call = <T>(name: string, ...args: unknown[]) =>
    askProvider<T | undefined>(
      token
        .getFunction(name)(...args)
        .catch(unanswered),
    );
  const used = await call<boolean>("authorizationState", ZERO_ADDRESS, ZeroHash);
  if (used === undefined) throw unsupported("It lacks ERC-3009.", currency);
  const [domain, separator, symbol, decimals] = await Promise.all([
    readDomain(where, currency, call),
    call<string>("DOMAIN_SEPARATOR"),
    call<string>("symbol"),
    call<bigint>("decimals"),
  ]);
  const found = {
    ...domain,
    chainId: chainNumber(where.chain),
    verifyingContract: currency,
  };
  if (separator !== undefined && TypedDataEncoder.hashDomain(found) !== separator) {
    throw unsupported("Its EIP-712 domain is not what its name and version say.", currency);
  }
  return {
    chain: where.chain,
    address: currency,
    ...domain,
    symbol: safeLine(symbol ?? "", 16),
    decimals: Number(decimals ?? 18n),
  };
}

/** A contract without the function reverts or answers nothing; a chain that cannot be asked is another matter. */
function unanswered(error: unknown): undefined {
  if (isError(error, "CALL_EXCEPTION") || isError(error, "BAD_DATA")) return undefined;
  throw error;
}

type Call = <T>(name: string, ...args: unknown[]) => Promise<T | undefined>;

async function readDomain(where: AskedChain, currency: Address, call: Call) {
  const told = await call<unknown[] & { name: string; version: string }>("eip712Domain");
  if (told === undefined) {
    const [name, version] = [await call<string>("name"), await call<string>("version")];
    return bounded(name ?? "", version ?? "1", currency);
  }
  const [fields, , , chain, contract] = told;
  const isOurs = chain === chainNumber(where.chain) && isSameAddress(`${contract}`, currency);
  if (fields !== DOMAIN_FIELDS || !isOurs) {
    throw unsupported("Its EIP-712 domain is not its own name, chain and address.", currency);
  }
  return bounded(told.name, told.version, currency);
}

function bounded(name: string, version: string, currency: Address) {
  if (name.length <= MAX_NAME && version.length <= MAX_NAME) return { name, version };
  throw unsupported("Its name is too long.", currency);
}

function unsupported(why: string, currency: Address): CurrencyUnsupportedError {
  return new CurrencyUnsupportedError("The currency cannot be paid by signature.", {
    details: [why, `Currency: ${currency}`],
  });
}
