import fc from "fast-check";
import { type CarriedMetadata, LIMITS, type Message } from "../src/lane/index.ts";
import {
  type Address,
  address,
  type Bytes32,
  bytesToHex,
  type ChainId,
  chainId,
  type Hex,
  ZERO_ADDRESS,
} from "../src/primitives/index.ts";

const bytes = (max: number, min = 0) => fc.uint8Array({ minLength: min, maxLength: max });
const hexOf = (max: number, min = 0): fc.Arbitrary<Hex> => bytes(max, min).map(bytesToHex);
const word = hexOf(32, 32) as fc.Arbitrary<Bytes32>;
const account: fc.Arbitrary<Address> = hexOf(20, 20).map(address);
const chain: fc.Arbitrary<ChainId> = fc.bigInt(1n, (1n << 64n) - 1n).map(chainId);
const record = fc.nat(65_535);
const tokenId = fc.oneof(fc.bigInt(0n, 100_000n), fc.bigInt(0n, (1n << 256n) - 1n));

/** Any metadata that a message can carry. */
export const arbitraryMetadata: fc.Arbitrary<CarriedMetadata> = fc.oneof(
  fc.constant({ form: "none" } as const),
  fc.record({ form: fc.constantFrom("constant", "decimal", "hex"), record }),
  fc.record({ form: fc.constantFrom("cidV0", "cidV1Raw", "cidV1DagPb"), record, digest: word }),
  fc.record({
    form: fc.constant("exact"),
    record,
    uri: bytes(LIMITS.exactUrisTotal / LIMITS.assets),
  }),
) as fc.Arbitrary<CarriedMetadata>;

const asset721 = fc.record({
  id: tokenId,
  amount: fc.constant(1n),
  metadata: arbitraryMetadata,
});
const asset1155 = fc.record({
  id: tokenId,
  amount: fc.bigInt(1n, (1n << 128n) - 1n),
  metadata: arbitraryMetadata,
});
const asset20 = fc.record({
  id: fc.constant(0n),
  amount: fc.bigInt(1n, (1n << 128n) - 1n),
  metadata: fc.constant({ form: "none" } as const),
});

const carried = fc.oneof(
  fc.record({
    standard: fc.constant("erc721" as const),
    assets: fc.array(asset721, { minLength: 1, maxLength: LIMITS.assets }),
  }),
  fc.record({
    standard: fc.constant("erc1155" as const),
    assets: fc.array(asset1155, { minLength: 1, maxLength: LIMITS.assets }),
  }),
  fc.record({
    standard: fc.constant("erc20" as const),
    assets: fc.array(asset20, { minLength: 1, maxLength: 1 }),
  }),
);

const transfer = fc
  .tuple(
    carried,
    fc.record({
      kind: fc.constantFrom("transfer", "forward"),
      deadline: fc.nat(2 ** 31 - 1),
      homeChain: chain,
      homeToken: account,
      sourceChain: chain,
      sender: account,
      refundAccount: account,
      destinationChain: chain,
      recipient: account,
      reference: hexOf(LIMITS.reference),
    }),
  )
  .map(([what, where]) => ({ ...where, ...what }));

const returned = fc
  .tuple(
    carried,
    fc.record({
      kind: fc.constant("return"),
      reason: fc.constant("expired"),
      homeChain: chain,
      homeToken: account,
      refundChain: chain,
      refundAccount: account,
      returnedId: word,
    }),
  )
  .map(([what, where]) => ({ ...where, ...what }));

const collection = fc
  .record({
    kind: fc.constant("collection"),
    standard: fc.constantFrom("erc721", "erc1155", "erc20"),
    class: fc.constantFrom("nft", "payment", "crypto", "prepaid", "security"),
    homeChain: chain,
    homeToken: account,
    record,
    royaltyReceiver: account,
    royaltyBps: fc.nat(10_000),
    decimals: fc.nat(255),
    name: bytes(LIMITS.name),
    symbol: bytes(LIMITS.symbol),
    prefix: bytes(LIMITS.prefix),
    suffix: bytes(LIMITS.suffix),
    contractUri: bytes(LIMITS.contractUri),
    refreshes: fc.array(fc.record({ id: tokenId, metadata: arbitraryMetadata }), {
      maxLength: LIMITS.refreshes,
    }),
  })
  .map((message) =>
    message.record === 0
      ? {
          ...message,
          prefix: new Uint8Array(),
          suffix: new Uint8Array(),
          royaltyReceiver: ZERO_ADDRESS,
          royaltyBps: 0,
        }
      : message,
  );

/** Any valid message of any kind. */
export const arbitraryMessage = fc.oneof(transfer, returned, collection) as fc.Arbitrary<Message>;

/** Many valid messages, the same for the same seed. */
export function randomMessages(seed: number, count: number): Message[] {
  return fc.sample(arbitraryMessage, { seed, numRuns: count });
}
