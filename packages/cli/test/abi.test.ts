import { Interface } from "ethers";
import { expect, test } from "vitest";
import { COUNCIL_ABI, CREATOR_COLLECTION_ABI, ERC721_ABI, GATEWAY_ABI } from "../src/chain/abi.ts";

/** The ABIs that the contracts' build writes. Of that package the command may use only what deploys. */
const generated = async (name: string, exported: string): Promise<Interface> => {
  const file = new URL(`../../contracts/abi/generated/${name}.abi.ts`, import.meta.url);
  return new Interface((await import(file.href))[exported]);
};

const of = (abi: Interface) =>
  abi.fragments
    .filter(({ type }) => ["function", "event", "error"].includes(type))
    .map((fragment) => `${fragment.type} ${fragment.format("sighash")}`);
const returns = (abi: Interface, name: string) =>
  abi.getFunction(name)?.outputs.map(({ type }) => type);

test.each([
  ["ERC-721", ERC721_ABI, "creator-collection", "creatorCollectionAbi"],
  ["ERC-721", ERC721_ABI, "representation721", "representation721Abi"],
  ["the gateway's", GATEWAY_ABI, "gateway", "gatewayAbi"],
  ["the council's", COUNCIL_ABI, "gateway", "gatewayAbi"],
  ["the collection's", CREATOR_COLLECTION_ABI, "creator-collection", "creatorCollectionAbi"],
])("%s fragments are as the contracts have them (%#)", async (_, fragments, name, exported) => {
  const [ours, theirs] = [new Interface(fragments), await generated(name, exported)];
  expect(of(theirs)).toEqual(expect.arrayContaining(of(ours)));
  ours.forEachFunction((fragment) => {
    expect(fragment.outputs.map(({ type }) => type)).toEqual(returns(theirs, fragment.name));
  });
});
