import { creatorCollectionAbi, testYenAbi } from "@ryugu/contracts";
import {
  creatorCollectionBytecode,
  moodyCollectionAbi,
  moodyCollectionBytecode,
  moodyUnitsAbi,
  moodyUnitsBytecode,
  moodyYenAbi,
  moodyYenBytecode,
  testYenBytecode,
} from "@ryugu/contracts/artifacts";
import type { HomeToken } from "@ryugu/contracts/model";
import { type Address, type AssetStandard, ZERO_ADDRESS } from "@ryugu/sdk/primitives";
import type { InterfaceAbi } from "ethers";
import { cidUri, exactUri } from "./uris.ts";

/** One kind of collection that every chain is home to. */
export interface Kind {
  name: string;
  standard: AssetStandard;
  moody: boolean;
  abi: InterfaceAbi;
  bytecode: string;
  /** What its constructor is given. */
  args(owner: Address): unknown[];
  /** What one person gets of it. */
  gifts(person: number): { id: bigint; amount: bigint }[];
  /** The call that mints it. */
  mint(to: Address, gifts: { id: bigint; amount: bigint }[]): [method: string, ...args: unknown[]];
  described: Omit<HomeToken, "royaltyReceiver" | "uris">;
  uri?(id: bigint): string;
}

const NOTHING = { symbol: "", decimals: 0, contractUri: "", royaltyBps: 0, uriTemplate: "" };
const ROYALTY = 500;
const SEA = "https://sea.example/creatures/";
const ABOUT = "https://sea.example/about.json";

const oneEach = (each: number) => (person: number) =>
  Array.from({ length: each }, (_, i) => ({ id: BigInt(person * each + i + 1), amount: 1n }));
const ids = (gifts: { id: bigint }[]) => gifts.map(({ id }) => id);

/** An ERC-721 with a base URI and a royalty. */
const base: Kind = {
  ...{ name: "base", standard: "erc721", moody: false },
  ...{ abi: creatorCollectionAbi, bytecode: creatorCollectionBytecode },
  args: (owner) => ["Sea Creatures", "SEA", ABOUT, SEA, owner, owner, ROYALTY],
  gifts: oneEach(6),
  mint: (to, gifts) => ["mintBatch", to, gifts.map(() => "")],
  described: {
    ...NOTHING,
    ...{ standard: "erc721", name: "Sea Creatures", symbol: "SEA", contractUri: ABOUT },
    ...{ royaltyBps: ROYALTY, uriTemplate: `${SEA}{decimal}` },
  },
};

/** An ERC-721 whose tokens have content ids. */
const cid: Kind = {
  ...{ name: "cid", standard: "erc721", moody: false },
  ...{ abi: creatorCollectionAbi, bytecode: creatorCollectionBytecode },
  args: (owner) => ["Deep Prints", "DEEP", "", "", owner, ZERO_ADDRESS, 0],
  gifts: oneEach(4),
  mint: (to, gifts) => ["mintBatch", to, ids(gifts).map((id) => cidUri("cid", id))],
  described: { ...NOTHING, standard: "erc721", name: "Deep Prints", symbol: "DEEP" },
  uri: (id) => cidUri("cid", id),
};

const moodyNft: Kind = {
  ...{ name: "moody-nft", standard: "erc721", moody: true },
  ...{ abi: moodyCollectionAbi, bytecode: moodyCollectionBytecode },
  args: (owner) => [owner],
  gifts: oneEach(3),
  mint: (to, gifts) => [
    "mintBatch",
    ...[to, gifts[0]?.id, ids(gifts).map((id) => exactUri("nft", id))],
  ],
  described: { ...NOTHING, standard: "erc721", name: "Moody Creatures", symbol: "MOOD" },
  uri: (id) => exactUri("nft", id),
};

const SHELLS = "https://shells.example/";

const moodyUnits: Kind = {
  ...{ name: "moody-units", standard: "erc1155", moody: true },
  ...{ abi: moodyUnitsAbi, bytecode: moodyUnitsBytecode },
  args: (owner) => [owner],
  gifts: () => [11n, 12n, 13n, 14n].map((id) => ({ id, amount: id * 10n })),
  mint: (to, gifts) => ["mintBatch", to, ids(gifts), gifts.map(({ amount }) => amount)],
  described: {
    ...NOTHING,
    ...{ standard: "erc1155", name: "Moody Shells", symbol: "SHELL" },
    uriTemplate: `${SHELLS}{decimal}.json`,
  },
};

const YEN = { ...NOTHING, standard: "erc20", decimals: 18 } as const;

const yen: Kind = {
  ...{ name: "yen", standard: "erc20", moody: false },
  ...{ abi: testYenAbi, bytecode: testYenBytecode },
  args: (owner) => [owner],
  gifts: () => [{ id: 0n, amount: 100_000n }],
  mint: (to, gifts) => ["mint", to, gifts[0]?.amount],
  described: { ...YEN, name: "Test Yen", symbol: "tJPY" },
};

const moodyYen: Kind = {
  ...{ name: "moody-yen", standard: "erc20", moody: true },
  ...{ abi: moodyYenAbi, bytecode: moodyYenBytecode },
  args: (owner) => [owner],
  gifts: () => [{ id: 0n, amount: 70_000n }],
  mint: (to, gifts) => ["mint", to, gifts[0]?.amount],
  described: { ...YEN, name: "Moody Yen", symbol: "mJPY" },
};

/** What every chain is home to. */
export const KINDS: readonly Kind[] = [base, cid, moodyNft, moodyUnits, yen, moodyYen];
