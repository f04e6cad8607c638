import {
  Contract,
  type ContractTransactionResponse,
  Signature,
  type Signer,
  type TransactionReceipt,
} from "ethers";
import {
  type Address,
  address,
  type Bytes32,
  bytes32,
  chainNumber,
  type Hex,
  isSameAddress,
} from "../primitives/index.ts";
import { ListingMismatchError, MarketChainError, MarketRefusedError } from "./errors.ts";
import type { Listing, ListingTerms } from "./listing.ts";
import { verifyListing } from "./listing-id.ts";
import { MARKET, type MarketLocation, readListing } from "./market-reader.ts";
import type { Claim, PaidSale } from "./marketplace.ts";
import { asMarketError } from "./revert.ts";
import { marketEvents, saleOf } from "./sale-logs.ts";
import { assertTerms } from "./shares.ts";
import type { SignedPurchase } from "./signed-purchase.ts";

const TOKEN = [
  "function getApproved(uint256) view returns (address)",
  "function approve(address, uint256)",
  "function allowance(address, address) view returns (uint256)",
];

/** Lists first, then approves: by the approval an earlier listing of the token could come alive. */
export async function listToken(
  market: MarketLocation,
  signer: Signer,
  terms: ListingTerms,
): Promise<Listing> {
  assertTerms(terms);
  await assertOnChain(signer, market);
  const receipt = await send(marketFor(market, signer), "The listing", "list", terms);
  const listed = marketEvents(market, receipt.logs).find(({ event }) => event.name === "Listed");
  if (listed === undefined) {
    throw new MarketRefusedError(undefined, "The transaction succeeded without a listing.", {
      details: [`Transaction: ${receipt.hash}`, `Is ${market.address} the market?`],
    });
  }
  const token = new Contract(terms.collection, TOKEN, signer);
  const approved: string = await token.getFunction("getApproved")(terms.tokenId);
  if (!isSameAddress(approved, market.address)) {
    await send(token, "The approval", "approve", market.address, terms.tokenId);
  }
  return await readListing(market, bytes32(listed.event.args.listingId));
}

export async function cancelListing(
  market: MarketLocation,
  signer: Signer,
  id: Bytes32,
): Promise<void> {
  await assertOnChain(signer, market);
  await send(marketFor(market, signer), "The cancellation", "cancel", id);
}

/** Allows the market exactly the price, and buys. */
export async function buyListing(
  market: MarketLocation,
  signer: Signer,
  { listing, recipient }: { listing: Listing; recipient?: Address },
): Promise<PaidSale> {
  verifyListing(listing);
  if (listing.chain !== market.chain || !isSameAddress(listing.market, market.address)) {
    throw new ListingMismatchError("The listing stands in another market.", {
      details: [`Market: ${listing.market} on ${listing.chain}`],
    });
  }
  await assertOnChain(signer, market);
  const buyer = address(await signer.getAddress());
  const approval = await allow(market, signer, buyer, listing);
  const receipt = await send(
    marketFor(market, signer),
    "The purchase",
    "buy",
    listing.id,
    listing.price,
    recipient ?? buyer,
  );
  return { ...saleOf(market, receipt), gasUsed: receipt.gasUsed + approval };
}

/** Relays a purchase that its buyer signed. */
export async function submitPurchase(
  market: MarketLocation,
  signer: Signer,
  signed: SignedPurchase,
): Promise<PaidSale> {
  await assertOnChain(signer, market);
  const { v, r, s } = Signature.from(signed.signature);
  const { validAfter, validBefore, salt } = signed;
  const authorization = { from: signed.buyer, validAfter, validBefore, salt, v, r, s };
  const receipt = await send(
    marketFor(market, signer),
    "The purchase",
    "buyWithAuthorization",
    signed.listingId,
    signed.recipient,
    authorization,
  );
  return { ...saleOf(market, receipt), gasUsed: receipt.gasUsed };
}

export async function claimCredit(
  market: MarketLocation,
  signer: Signer,
  { currency, to }: { currency: Address; to?: Address },
): Promise<Claim> {
  await assertOnChain(signer, market);
  const target = to ?? (await signer.getAddress());
  const receipt = await send(marketFor(market, signer), "The claim", "claim", currency, target);
  const claimed = marketEvents(market, receipt.logs).find(
    ({ event }) => event.name === "CreditClaimed",
  );
  return {
    amount: claimed?.event.args.amount ?? 0n,
    transaction: receipt.hash as Hex,
    gasUsed: receipt.gasUsed,
  };
}

function marketFor(market: MarketLocation, signer: Signer): Contract {
  return new Contract(market.address, MARKET, signer);
}

async function allow(
  market: MarketLocation,
  signer: Signer,
  buyer: Address,
  { currency, price }: Listing,
): Promise<bigint> {
  const money = new Contract(currency, TOKEN, signer);
  const allowed: bigint = await money.getFunction("allowance")(buyer, market.address);
  if (allowed >= price) return 0n;
  const receipt = await send(money, "The approval", "approve", market.address, price);
  return receipt.gasUsed;
}

/** Estimates, adds a quarter (a payee may turn hostile in between, which costs more), sends and waits. */
async function send(
  contract: Contract,
  what: string,
  name: string,
  ...args: unknown[]
): Promise<TransactionReceipt> {
  try {
    const method = contract.getFunction(name);
    const estimate = await method.estimateGas(...args);
    const sent: ContractTransactionResponse = await method.send(...args, {
      gasLimit: (estimate * 5n) / 4n,
    });
    const receipt = await sent.wait();
    if (receipt !== null) return receipt;
  } catch (error) {
    throw asMarketError(error, what);
  }
  throw new MarketRefusedError(undefined, `${what} was replaced by another transaction.`);
}

async function assertOnChain(signer: Signer, { chain }: MarketLocation): Promise<void> {
  const network = await signer.provider?.getNetwork();
  if (network?.chainId === chainNumber(chain)) return;
  throw new MarketChainError("The signer is not on the market's chain.", {
    details: [`Signer: ${network ? `eip155:${network.chainId}` : "no chain"}`, `Needed: ${chain}`],
  });
}
