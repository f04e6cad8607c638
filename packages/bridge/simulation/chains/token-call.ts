import type { Chain, Holder } from "@ryugu/contracts/model";
import type { Hex } from "@ryugu/sdk/primitives";
import { AbiCoder, Interface } from "ethers";
import { collectionAt, holderAddress, holderAt } from "./addresses.ts";
import { word } from "./logs.ts";
import { RpcRefusal } from "./refusal.ts";

const TOKEN = new Interface([
  "function balanceOf(address)",
  "function balanceOfBatch(address[],uint256[])",
  "function ownerOf(uint256)",
  "function totalSupply()",
  "function totalSupply(uint256)",
]);
const selector = (name: string) => TOKEN.getFunction(name)?.selector;
const BALANCE = selector("balanceOf");
const BALANCES = selector("balanceOfBatch");
const OWNER = selector("ownerOf");
const SUPPLY = selector("totalSupply()");
const SUPPLY_OF_ID = selector("totalSupply(uint256)");

/** Answers a question to a token or to a representation: nothing where there is no contract. */
export function tokenCall(state: Chain, to: string, data: Hex): Hex {
  const collection = collectionAt(state, to);
  if (collection === undefined) return "0x";
  const argument = BigInt(`0x${data.slice(10, 74) || "0"}`);
  switch (data.slice(0, 10)) {
    case BALANCE:
      return word(sum(state, collection, holderAt(state, accountOf(argument))));
    case BALANCES:
      return balances(state, collection, data);
    case OWNER: {
      const [owner] = holdersOf(state, collection, argument).keys();
      if (owner === undefined) throw new RpcRefusal("execution reverted", "0x");
      return word(BigInt(holderAddress(owner)));
    }
    case SUPPLY:
      return word(sum(state, collection));
    case SUPPLY_OF_ID:
      return word(total(holdersOf(state, collection, argument)));
    default:
      throw new RpcRefusal("execution reverted", "0x");
  }
}

type Holders = ReadonlyMap<Holder, bigint>;
const NOBODY: Holders = new Map();

const holdersOf = (state: Chain, collection: string, id: bigint): Holders =>
  state.holdings.get(`${collection}/${id}`) ?? NOBODY;

/** Units of a whole collection: somebody's, or everybody's. */
function sum(state: Chain, collection: string, holder?: Holder): bigint {
  let units = 0n;
  for (const [asset, holders] of state.holdings) {
    if (!asset.startsWith(`${collection}/`)) continue;
    units += holder === undefined ? total(holders) : (holders.get(holder) ?? 0n);
  }
  return units;
}

const total = (holders: Holders): bigint =>
  [...holders.values()].reduce((units, held) => units + held, 0n);

function balances(state: Chain, collection: string, data: Hex): Hex {
  const [accounts, ids] = TOKEN.decodeFunctionData("balanceOfBatch", data);
  const held = [...ids].map((id: bigint, i) => {
    const holder = holderAt(state, accounts[i].toLowerCase());
    return holdersOf(state, collection, id).get(holder) ?? 0n;
  });
  return AbiCoder.defaultAbiCoder().encode(["uint256[]"], [held]) as Hex;
}

const accountOf = (argument: bigint): Hex => `0x${argument.toString(16).padStart(40, "0")}`;
