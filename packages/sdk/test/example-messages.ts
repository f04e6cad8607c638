import type { Message } from "../src/lane/index.ts";
import { address, type Bytes32, chainId } from "../src/primitives/index.ts";

const text = (value: string) => new TextEncoder().encode(value);
const someone = address("0x1111111111111111111111111111111111111111");
const another = address("0x2222222222222222222222222222222222222222");
const token = address("0x3333333333333333333333333333333333333333");
const minato = chainId(31_337);
const garan = chainId(31_338);
const third = chainId(31_339);
const digest = `0x${"ab".repeat(32)}` as Bytes32;

const route = {
  homeChain: minato,
  homeToken: token,
  sourceChain: minato,
  sender: someone,
  refundAccount: someone,
  destinationChain: garan,
  recipient: another,
  deadline: 1_800_000_000,
  reference: "0x",
} as const;

/** One message of each kind and form that people meet, for vectors and tests. */
export const exampleMessages: Record<string, Message> = {
  "an NFT leaves home, base URI": {
    kind: "transfer",
    standard: "erc721",
    ...route,
    assets: [{ id: 42n, amount: 1n, metadata: { form: "decimal", record: 1 } }],
  },
  "an NFT leaves home, content id": {
    kind: "transfer",
    standard: "erc721",
    ...route,
    assets: [{ id: 42n, amount: 1n, metadata: { form: "cidV1Raw", record: 0, digest } }],
  },
  "an NFT comes home": {
    kind: "transfer",
    standard: "erc721",
    ...route,
    sourceChain: garan,
    destinationChain: minato,
    reference: "0x696e766f6963652037",
    assets: [{ id: 42n, amount: 1n, metadata: { form: "none" } }],
  },
  "two NFTs travel on through home": {
    kind: "forward",
    standard: "erc721",
    ...route,
    sourceChain: garan,
    destinationChain: third,
    assets: [1n, 2n].map((id) => ({ id, amount: 1n, metadata: { form: "none" } })),
  },
  "several ERC-1155 amounts leave home": {
    kind: "transfer",
    standard: "erc1155",
    ...route,
    assets: [
      { id: 7n, amount: 5n, metadata: { form: "hex", record: 2 } },
      {
        id: 8n,
        amount: 1n,
        metadata: { form: "exact", record: 2, uri: text("https://竜宮.example/八") },
      },
    ],
  },
  "yen comes home": {
    kind: "transfer",
    standard: "erc20",
    ...route,
    sourceChain: garan,
    destinationChain: minato,
    assets: [{ id: 0n, amount: 120_000n * 10n ** 18n, metadata: { form: "none" } }],
  },
  "an expired NFT goes back": {
    kind: "return",
    standard: "erc721",
    reason: "expired",
    homeChain: minato,
    homeToken: token,
    refundChain: minato,
    refundAccount: someone,
    returnedId: digest,
    assets: [{ id: 42n, amount: 1n, metadata: { form: "none" } }],
  },
  "a collection is announced": {
    kind: "collection",
    standard: "erc721",
    class: "nft",
    homeChain: minato,
    homeToken: token,
    record: 1,
    royaltyReceiver: another,
    royaltyBps: 500,
    decimals: 0,
    name: text("竜宮の宝"),
    symbol: text("TREASURE"),
    prefix: text("https://meta.example/"),
    suffix: text(".json"),
    contractUri: text("ipfs://bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy"),
    refreshes: [{ id: 1n, metadata: { form: "cidV0", record: 0, digest } }],
  },
};
