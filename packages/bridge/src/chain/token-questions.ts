import { type Address, type AssetStandard, address, type Hex } from "@ryugu/sdk/primitives";
import { Interface } from "ethers";
import type { ReserveReader } from "../ports/reserve-reader.ts";

/** What tokens of every standard are asked. */
const TOKEN = new Interface([
  "function balanceOf(address) view returns (uint256)",
  "function balanceOf(address,uint256) view returns (uint256)",
  "function balanceOfBatch(address[],uint256[]) view returns (uint256[])",
  "function ownerOf(uint256) view returns (address)",
  "function totalSupply() view returns (uint256)",
  "function totalSupply(uint256) view returns (uint256)",
]);

/** Gas for a question, and for each id in it: a stranger's token may not keep an endpoint busy. */
const GAS = { question: 500_000, id: 30_000 } as const;

/** A call of a stranger's contract; undefined where it does not answer. */
type Call = (to: Address, data: string, gas: Hex, block: number) => Promise<Hex | undefined>;

/** What stands in an answer, and nothing where it is not what the standard says. */
function decode<T>(
  name: string,
  answer: Hex | undefined,
  read: (value: unknown) => T,
): T | undefined {
  if (answer === undefined) return undefined;
  try {
    return read(TOKEN.decodeFunctionResult(name, answer)[0]);
  } catch {
    return undefined;
  }
}

/** The questions to a token, asked through a call that never throws for what a stranger's contract does. */
export function askToken(call: Call): Pick<ReserveReader, "balances" | "ownerOf" | "supplyOf"> {
  const ask = async <T>(
    to: Address,
    name: string,
    values: readonly unknown[],
    block: number,
    read: (value: unknown) => T,
    ids = 0,
  ): Promise<T | undefined> => {
    const gas: Hex = `0x${(GAS.question + GAS.id * ids).toString(16)}`;
    return decode(name, await call(to, TOKEN.encodeFunctionData(name, values), gas, block), read);
  };
  const units = (value: unknown) => BigInt(value as bigint);

  return {
    async balances(token, standard: AssetStandard, holder, ids, block) {
      if (standard !== "erc1155") {
        const held = await ask(token, "balanceOf(address)", [holder], block, units);
        return held === undefined ? undefined : [held];
      }
      const holders = ids.map(() => holder);
      const read = (value: unknown) => Array.from(value as Iterable<bigint>, units);
      const held = await ask(token, "balanceOfBatch", [holders, ids], block, read, ids.length);
      return held?.length === ids.length ? held : undefined;
    },
    ownerOf: (token, id, block) =>
      ask(token, "ownerOf", [id], block, (value) => address(value as string)),
    supplyOf: (token, id, block) =>
      id === undefined
        ? ask(token, "totalSupply()", [], block, units)
        : ask(token, "totalSupply(uint256)", [id], block, units),
  };
}
