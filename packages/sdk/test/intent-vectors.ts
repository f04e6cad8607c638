import {
  holdingClaimDigest,
  holdingLeaf,
  redirectDigest,
  STANDARDS,
  sendDigest,
  zoneId,
} from "../src/lane/index.ts";
import { address, type Bytes32, chainId, chainNumber, type Hex } from "../src/primitives/index.ts";
import { PLACES, place } from "./council-vectors.ts";

const ZONE = zoneId("ryugu-test");
const MAX_WORD = (1n << 256n) - 1n;
const LAST_SECOND = 2 ** 40 - 1;
const account = (byte: string) => address(`0x${byte.repeat(20)}`);
const word = (byte: string) => `0x${byte.repeat(32)}` as Bytes32;

const SENDS = [
  { ids: [7n], amounts: [], reference: "0x", deadline: 0, nonce: 1n, expiry: 1_800_000_000 },
  { ids: [], amounts: [10n ** 18n], reference: "0xc0ffee", deadline: 1, nonce: 0n, expiry: 0 },
  {
    ids: [0n, MAX_WORD],
    amounts: [1n, (1n << 128n) - 1n],
    reference: `0x${"5a".repeat(32)}`,
    deadline: LAST_SECOND,
    nonce: MAX_WORD,
    expiry: LAST_SECOND,
  },
] as const;

const HOLDINGS = [
  { chain: chainId(31_338), standard: "erc721", id: 7n, amount: 1n },
  {
    chain: chainId((1n << 64n) - 1n),
    standard: "erc1155",
    id: MAX_WORD,
    amount: (1n << 128n) - 1n,
  },
  { chain: chainId(1), standard: "erc20", id: 0n, amount: MAX_WORD },
] as const;

/** What people sign: sends, redirects, and where a holding on a dead chain goes. */
export function intentVectors() {
  return { sends: sendCases(), redirects: redirectCases(), holdings: holdingCases() };
}

function sendCases() {
  return SENDS.map(({ reference, ids, amounts, nonce, ...times }, i) => {
    const on = PLACES[i % PLACES.length] ?? PLACES[0];
    const destinationChain = chainId(31_339 + i);
    const people = {
      sender: account("a1"),
      token: account("b2"),
      recipient: account("c3"),
      refundAccount: i === 0 ? account("00") : account("d4"),
    };
    const intent = { ...people, ...times, ids, amounts, nonce, destinationChain };
    return {
      ...place(on),
      destinationChainId: chainNumber(destinationChain).toString(),
      ...people,
      ...times,
      ids: ids.map(String),
      amounts: amounts.map(String),
      ref: reference,
      nonce: nonce.toString(),
      digest: sendDigest(ZONE, on, { ...intent, reference: reference as Hex }),
    };
  });
}

function redirectCases() {
  return PLACES.map((on, i) => {
    const redirect = {
      messageId: word(i === 0 ? "6f" : "ff"),
      recipient: account("c3"),
      expiry: i === 0 ? 1_800_000_000 : LAST_SECOND,
    };
    return { ...place(on), ...redirect, digest: redirectDigest(ZONE, on, redirect) };
  });
}

function holdingCases() {
  return HOLDINGS.map(({ chain, standard, id, amount }, i) => {
    const on = PLACES[i % PLACES.length] ?? PLACES[0];
    const owned = { token: account("b2"), id, amount, holder: account("e5") };
    const leaf = holdingLeaf({ chain, standard, ...owned });
    const claim = { leaf, recipient: account("c3"), expiry: 1_800_000_000 + i };
    return {
      ...place(on),
      deadChainId: chainNumber(chain).toString(),
      standard: STANDARDS[standard],
      ...owned,
      id: id.toString(),
      amount: amount.toString(),
      ...claim,
      digest: holdingClaimDigest(ZONE, on, claim),
    };
  });
}
