import { hexlify, randomBytes, type Signer, Wallet } from "ethers";
import { expect, test } from "vitest";
import { type Address, address, type Bytes32, bytes32 } from "../primitives/index.ts";
import { ListingMismatchError, ListingNotFoundError } from "./errors.ts";
import type { Listing, ListingTerms } from "./listing.ts";
import type { Marketplace } from "./marketplace.ts";
import { signPurchase } from "./purchase.ts";
import type { SharePayment } from "./sale.ts";
import { shareAmounts } from "./shares.ts";
import { parseSignedPurchase } from "./signed-purchase.ts";
import { verifyPurchase } from "./verify-purchase.ts";

/** Somebody in a test. */
export interface Person {
  readonly address: Address;
  readonly signer: Signer;
}

/** A market under test, and what the world around it can do. */
export interface MarketplaceFixture {
  market: Marketplace;
  /** Paid by signature too, and its issuer can refuse accounts. */
  currency: Address;
  collection: Address;
  seller: Person;
  buyer: Person;
  sponsor: Person;
  artist: Person;
  poet: Person;
  mintToken(owner: Address): Promise<bigint>;
  mintMoney(owner: Address, amount: bigint): Promise<void>;
  setBlocked(account: Address, blocked: boolean): Promise<void>;
  balanceOf(account: Address): Promise<bigint>;
  allowance(owner: Address): Promise<bigint>;
  ownerOf(tokenId: bigint): Promise<Address>;
  giveAway(from: Person, to: Address, tokenId: bigint): Promise<void>;
  /** The chain's clock, in unix seconds. */
  now(): Promise<number>;
}

const PRICE = 12_000n * 10n ** 18n;
const UNKNOWN = `0x${"11".repeat(32)}` as Bytes32;

/** What holds for every {@link Marketplace}. `fixture` is asked for once a test. */
export function marketplaceContract(fixture: () => MarketplaceFixture): void {
  const terms = async (change: Partial<ListingTerms> = {}): Promise<ListingTerms> => {
    const { seller, artist, poet, collection, currency, mintToken } = fixture();
    return {
      collection,
      currency,
      tokenId: change.tokenId ?? (await mintToken(seller.address)),
      price: PRICE,
      shares: [
        { payee: artist.address, basisPoints: 7_000 },
        { payee: poet.address, basisPoints: 3_000 },
      ],
      ...change,
    };
  };
  const list = async (change?: Partial<ListingTerms>) => {
    const { market, seller } = fixture();
    return await market.list(seller.signer, await terms(change));
  };
  /** Signs as a person who has money and nothing else. */
  const sign = async (listing: Listing, recipient?: Address) => {
    const { market, mintMoney, now } = fixture();
    const person = Wallet.createRandom();
    const buyer = address(person.address);
    await mintMoney(buyer, listing.price);
    return await signPurchase(person, {
      listing,
      currency: await market.currency(listing.currency),
      buyer,
      recipient: recipient ?? buyer,
      salt: bytes32(hexlify(randomBytes(32))),
      validBefore: (await now()) + 600,
    });
  };

  // --- listing

  test("a listing is found by its id and by its token, as it was made", async () => {
    const { market, seller } = fixture();
    const offered = await terms();
    const listing = await market.list(seller.signer, offered);
    expect(listing).toMatchObject({ ...offered, seller: seller.address, state: "open" });
    expect(await market.listing(listing.id)).toEqual(listing);
    expect(await market.openListings(offered.collection, offered.tokenId)).toEqual([listing]);
  });

  test("a newer listing of a token takes the older one's place", async () => {
    const { market } = fixture();
    const older = await list();
    const newer = await list({ tokenId: older.tokenId, price: PRICE * 2n });
    expect((await market.listing(older.id)).state).toBe("cancelled");
    const open = await market.openListings(older.collection, older.tokenId);
    expect(open.map(({ id }) => id)).toEqual([newer.id]);
  });

  test("a listing that its seller takes back is open no more", async () => {
    const { market, seller, buyer } = fixture();
    const listing = await list();
    await market.cancel(seller.signer, listing.id);
    expect((await market.listing(listing.id)).state).toBe("cancelled");
    expect(await market.openListings(listing.collection, listing.tokenId)).toEqual([]);
    await expect(market.buy(buyer.signer, { listing })).rejects.toMatchObject({
      code: "market-refused",
      reason: "ListingEnded",
    });
  });

  test("a listing is stale once the seller gave the token away, and stays so when it returns", async () => {
    const { market, seller, buyer, giveAway } = fixture();
    const listing = await list();
    await giveAway(seller, buyer.address, listing.tokenId);
    expect((await market.listing(listing.id)).state).toBe("stale");
    await giveAway(buyer, seller.address, listing.tokenId);
    expect((await market.listing(listing.id)).state).toBe("stale");
    expect(await market.openListings(listing.collection, listing.tokenId)).toEqual([]);
    await expect(market.buy(buyer.signer, { listing })).rejects.toMatchObject({
      reason: "ListingStale",
    });
  });

  test("what nobody listed is not found", async () => {
    const { market, collection } = fixture();
    await expect(market.listing(UNKNOWN)).rejects.toThrow(ListingNotFoundError);
    await expect(market.payments(UNKNOWN).next()).rejects.toThrow(ListingNotFoundError);
    expect(await market.openListings(collection, 999_999n)).toEqual([]);
  });

  test("only the owner lists a token, and only the seller cancels", async () => {
    const { market, buyer } = fixture();
    const listing = await list();
    const offered = await terms({ tokenId: listing.tokenId });
    await expect(market.list(buyer.signer, offered)).rejects.toMatchObject({
      reason: "CallerNotTokenOwner",
    });
    await expect(market.cancel(buyer.signer, listing.id)).rejects.toMatchObject({
      reason: "CallerNotSeller",
    });
  });

  // --- buying

  test("a buyer pays the price, gets the token, and every share lands", async () => {
    const { market, buyer, artist, poet, mintMoney, balanceOf, allowance, ownerOf } = fixture();
    const listing = await list();
    await mintMoney(buyer.address, PRICE);
    const [artistHad, poetHad] = [await balanceOf(artist.address), await balanceOf(poet.address)];
    const sale = await market.buy(buyer.signer, { listing });
    expect(await ownerOf(listing.tokenId)).toBe(buyer.address);
    expect((await balanceOf(artist.address)) - artistHad).toBe((PRICE * 7n) / 10n);
    expect((await balanceOf(poet.address)) - poetHad).toBe((PRICE * 3n) / 10n);
    expect(await allowance(buyer.address)).toBe(0n);
    const landed = { listingId: listing.id, currency: listing.currency, outcome: "paid" };
    expect(sale).toMatchObject({
      listingId: listing.id,
      buyer: buyer.address,
      recipient: buyer.address,
      price: PRICE,
      payments: [
        { ...landed, payee: artist.address, amount: (PRICE * 7n) / 10n },
        { ...landed, payee: poet.address, amount: (PRICE * 3n) / 10n },
      ],
    });
    expect(sale.gasUsed).toBeGreaterThan(0n);
    expect((await market.listing(listing.id)).state).toBe("sold");
  });

  test("a token can be bought for somebody else", async () => {
    const { market, buyer, poet, mintMoney, ownerOf } = fixture();
    const listing = await list();
    await mintMoney(buyer.address, PRICE);
    await market.buy(buyer.signer, { listing, recipient: poet.address });
    expect(await ownerOf(listing.tokenId)).toBe(poet.address);
  });

  test("a buyer is never charged for a listing that was told wrongly", async () => {
    const { market, buyer } = fixture();
    const listing = await list();
    const dearer = { ...listing, price: PRICE * 2n };
    await expect(market.buy(buyer.signer, { listing: dearer })).rejects.toThrow(
      ListingMismatchError,
    );
    const stolen = { ...listing, shares: [{ payee: buyer.address, basisPoints: 10_000 }] };
    await expect(market.buy(buyer.signer, { listing: stolen })).rejects.toThrow(
      ListingMismatchError,
    );
  });

  test("a person without gas buys by a signature that a sponsor sends in", async () => {
    const { market, sponsor, now, ownerOf } = fixture();
    const listing = await list();
    const signed = parseSignedPurchase(JSON.parse(JSON.stringify(await sign(listing))));
    const currency = await market.currency(listing.currency);
    verifyPurchase(signed, await market.listing(signed.listingId), { currency, now: await now() });
    const sale = await market.submit(sponsor.signer, signed);
    expect(await ownerOf(listing.tokenId)).toBe(signed.buyer);
    expect(sale).toMatchObject({ buyer: signed.buyer, recipient: signed.recipient, price: PRICE });
    await expect(market.submit(sponsor.signer, signed)).rejects.toMatchObject({
      reason: "ListingEnded",
    });
  });

  test("a sponsor can change nothing about a signed purchase", async () => {
    const { market, sponsor } = fixture();
    const listing = await list();
    const other = await list();
    const signed = await sign(listing);
    const reason = { code: "market-refused", reason: "ERC3009InvalidSignature" };
    for (const changed of [
      { ...signed, recipient: sponsor.address },
      { ...signed, listingId: other.id },
      { ...signed, validBefore: signed.validBefore + 1 },
      { ...signed, buyer: sponsor.address },
    ]) {
      await expect(market.submit(sponsor.signer, changed)).rejects.toMatchObject(reason);
    }
    await market.submit(sponsor.signer, signed);
  });

  // --- being paid

  test("the chain splits every price as shareAmounts does", async () => {
    const { market, buyer, artist, poet, seller, mintMoney } = fixture();
    await mintMoney(buyer.address, PRICE);
    const payees = [artist.address, poet.address, seller.address];
    for (const [price, parts] of [
      [1n, [1, 9_999]],
      [100n, [3_333, 3_333, 3_334]],
      [9_999n, [1, 1, 9_998]],
      [123_456_789_012_345_677n, [2_500, 2_501, 4_999]],
    ] as const) {
      const shares = parts.map((basisPoints, i) => ({
        payee: payees[i] ?? artist.address,
        basisPoints,
      }));
      const sale = await market.buy(buyer.signer, { listing: await list({ price, shares }) });
      expect(sale.payments.map(({ amount }) => amount)).toEqual(shareAmounts(price, shares));
    }
  });

  test("a payee whom the currency refuses is credited, delays nobody, and claims elsewhere", async () => {
    const { market, buyer, artist, poet, sponsor, currency, ...world } = fixture();
    const listing = await list();
    await world.mintMoney(buyer.address, PRICE);
    await world.setBlocked(artist.address, true);
    const { payments } = await market.buy(buyer.signer, { listing });
    expect(payments.map(({ payee, outcome }) => [payee, outcome])).toEqual([
      [artist.address, "credited"],
      [poet.address, "paid"],
    ]);
    const due = (PRICE * 7n) / 10n;
    expect(await market.credit(artist.address, currency)).toBe(due);
    await expect(market.claim(artist.signer, { currency })).rejects.toMatchObject({
      code: "market-refused",
    });
    const had = await world.balanceOf(sponsor.address);
    const claim = await market.claim(artist.signer, { currency, to: sponsor.address });
    expect(claim.amount).toBe(due);
    expect((await world.balanceOf(sponsor.address)) - had).toBe(due);
    expect(await market.credit(artist.address, currency)).toBe(0n);
    await expect(market.claim(artist.signer, { currency })).rejects.toMatchObject({
      reason: "NothingToClaim",
    });
    await world.setBlocked(artist.address, false);
  });

  // --- following

  test("who follows a listing sees each share land, and the end", async () => {
    const { market, buyer, mintMoney } = fixture();
    const listing = await list();
    await mintMoney(buyer.address, PRICE);
    const seen = collect(market.payments(listing.id, { interval: 20 }));
    const { payments } = await market.buy(buyer.signer, { listing });
    expect(await seen).toEqual(payments);
    expect(await collect(market.payments(listing.id))).toEqual(payments);
  });

  test("following ends without a payment when the listing is cancelled", async () => {
    const { market, seller } = fixture();
    const listing = await list();
    const seen = collect(market.payments(listing.id, { interval: 20 }));
    await market.cancel(seller.signer, listing.id);
    expect(await seen).toEqual([]);
  });

  test("following waits for as many blocks as it is told, and ends when it is aborted", async () => {
    const { market, buyer, mintMoney } = fixture();
    const listing = await list();
    await mintMoney(buyer.address, PRICE);
    await market.buy(buyer.signer, { listing });
    const stop = new AbortController();
    const options = { interval: 20, confirmations: 2, signal: stop.signal };
    const waiting = collect(market.payments(listing.id, options));
    const confirmed = collect(market.payments(listing.id, { interval: 20, confirmations: 1 }));
    await mintMoney(buyer.address, 1n);
    expect(await confirmed).toHaveLength(2);
    stop.abort(new Error("enough"));
    await expect(waiting).rejects.toThrow("enough");
  });
}

async function collect(payments: AsyncIterable<SharePayment>): Promise<SharePayment[]> {
  const seen: SharePayment[] = [];
  for await (const payment of payments) seen.push(payment);
  return seen;
}
