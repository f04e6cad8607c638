import type { GoodsKind, Intermediary, OrderTerms, SalePolicy } from "@ryugu/sdk/market";
import {
  type AssetReference,
  address,
  bytes32,
  type ChainId,
  parseAssetId,
} from "@ryugu/sdk/primitives";
import { UsageError } from "../errors.ts";
import { parseMoment } from "../input/time.ts";
import { readCount } from "./words.ts";

/** What a person typed after `market offer`. */
export interface OfferWords {
  price: string;
  currency: string;
  rail: string;
  market: string;
  payee?: string;
  voucher?: boolean;
  uri?: string;
  quantity?: string;
  intermediary?: string;
  buyer?: string;
  until?: string;
  policy?: string;
  mostRoyalty?: string;
}

/** An order's terms, but for the price, whose decimals the currency knows. */
export interface OfferTerms extends Omit<OrderTerms, "price"> {
  readonly kind: GoodsKind;
}

/**
 * Reads the asset and options of `market offer`.
 *
 * @param now - milliseconds since 1970
 * @throws UsageError, InvalidAssetIdError, InvalidAddressError
 */
export function readOffer(
  asset: string,
  words: OfferWords,
  now: number,
): { readonly chain: ChainId; readonly terms: OfferTerms } {
  const isVoucher = words.voucher === true;
  const { chain, standard, contract, tokenId } = isVoucher
    ? readCollection(asset)
    : parseAssetId(asset);
  if (standard === "erc20") throw new UsageError("An ERC-20 token is money: it is not sold here.");
  if (words.uri !== undefined && !isVoucher) {
    throw new UsageError("Only a token that is made when it is bought is given a URI.", {
      details: ["Add --voucher, or leave --uri out."],
    });
  }
  const terms: OfferTerms = {
    kind: isVoucher ? "voucher" : standard,
    collection: contract,
    ...(tokenId !== undefined && { tokenId }),
    quantity: readCount(words.quantity, "--quantity"),
    rail: address(words.rail),
    currency: address(words.currency),
    ...(words.payee !== undefined && { payee: address(words.payee) }),
    ...(words.intermediary !== undefined && { intermediary: readBroker(words.intermediary) }),
    ...(words.buyer !== undefined && { buyer: address(words.buyer) }),
    ...(words.until !== undefined && { validBefore: parseMoment(words.until, "--until", now) }),
    ...(words.uri !== undefined && { uri: words.uri }),
    ...(words.policy !== undefined && { policy: readPolicy(words.policy) }),
    ...(words.mostRoyalty !== undefined && { mostRoyalty: readMostRoyalty(words.mostRoyalty) }),
  };
  return { chain, terms };
}

/** A voucher names a collection, `eip155:1/erc721:0x…`, as its tokens are not made yet; a token's id is allowed. */
function readCollection(asset: string): AssetReference {
  return parseAssetId(/\/erc721:0x[0-9a-fA-F]{40}$/.test(asset) ? `${asset}/0` : asset);
}

function readBroker(text: string): Intermediary {
  const [account, fee, sponsor, ...rest] = text.split(":");
  if (account === undefined || !/^[0-9]{1,5}$/.test(fee ?? "") || !sponsor || rest.length > 0) {
    throw new UsageError("--intermediary is <account>:<basis points>:<sponsor>.", {
      details: [`Received: ${text.slice(0, 120)}`],
    });
  }
  return { account: address(account), fee: Number(fee), sponsor };
}

/** A contract with its terms: 32 bytes as they are, or a cap, whose terms are the number. */
function readPolicy(text: string): SalePolicy {
  const [contract, terms, ...rest] = text.split(":");
  const isCap = /^[1-9][0-9]{0,8}$/.test(terms ?? "");
  if (
    contract === undefined ||
    terms === undefined ||
    rest.length > 0 ||
    !(isCap || terms.startsWith("0x"))
  ) {
    throw new UsageError(
      "--policy is <contract>:<how many one buyer gets>, or its terms as 32 bytes.",
      {
        details: [`Received: ${text.slice(0, 120)}`],
      },
    );
  }
  const word = isCap ? `0x${Number(terms).toString(16).padStart(64, "0")}` : terms;
  return { contract: address(contract), terms: bytes32(word) };
}

const WHOLE = 10_000;

function readMostRoyalty(text: string): number {
  const most = /^[0-9]{1,5}$/.test(text) ? Number(text) : WHOLE + 1;
  if (most <= WHOLE) return most;
  throw new UsageError(`--most-royalty is in basis points, from 0 to ${WHOLE}: ${text}`);
}
