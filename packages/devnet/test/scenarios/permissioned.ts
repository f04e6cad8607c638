import { type JsonRpcProvider, toQuantity } from "ethers";
import { expect, test } from "vitest";
import type { ZoneAccess } from "../support/traveller.ts";

interface RawBlock {
  number: string;
  baseFeePerGas?: string;
  transactions: { type: string; gasPrice: string }[];
}

/** Garan is as a consortium's chain: what has been done there so far was done without types, fees and waiting. */
export function permissioned(access: () => ZoneAccess): void {
  test("contracts, lanes, deliveries and sends are legacy transactions at no price", async () => {
    const chain = access().away;
    const newest = await chain.getBlockNumber();
    const blocks = await Promise.all(Array.from({ length: newest + 1 }, (_, i) => block(chain, i)));
    expect(blocks.every(({ baseFeePerGas }) => baseFeePerGas === undefined)).toBe(true);
    const sent = blocks.flatMap(({ transactions }) => transactions);
    expect(sent.length).toBeGreaterThan(10);
    expect(new Set(sent.map(({ type, gasPrice }) => `${type} at ${gasPrice}`))).toEqual(
      new Set(["0x0 at 0x0"]),
    );
  });

  test("a transaction with a type is refused, and so is a tag of finality", async () => {
    const { away, person } = access();
    const raw = await person.signTransaction({
      type: 2,
      chainId: (await away.getNetwork()).chainId,
      nonce: await away.getTransactionCount(person.address),
      to: person.address,
      gasLimit: 21_000,
      maxFeePerGas: 0,
      maxPriorityFeePerGas: 0,
    });
    await expect(away.send("eth_sendRawTransaction", [raw])).rejects.toThrow(
      "transaction type not supported",
    );
    await expect(away.send("eth_getBlockByNumber", ["finalized", false])).rejects.toThrow(
      "invalid argument",
    );
  });

  test("nodes take its newest block for final", async () => {
    const { away, zone } = access();
    const id = zone.manifest.chains[1]?.id;
    expect(zone.manifest.chains[1]?.finality).toEqual({ kind: "instant" });
    const at = await away.getBlockNumber();
    const nodeUrl = zone.manifest.partners[0]?.nodeUrl;
    await expect
      .poll(async () => finalOf(`${nodeUrl}/v1/node`, id), { timeout: 20_000 })
      .toBeGreaterThanOrEqual(at);
  });
}

const block = async (chain: JsonRpcProvider, number: number): Promise<RawBlock> =>
  chain.send("eth_getBlockByNumber", [toQuantity(number), true]);

async function finalOf(url: string, id: string | undefined): Promise<number> {
  const { chains } = await (await fetch(url)).json();
  return chains.find((chain: { id: string }) => chain.id === id)?.final;
}
