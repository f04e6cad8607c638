import type { Address } from "@ryugu/sdk/primitives";
import type { CertifiedHolding, CertifiedHomeHolding, ClaimCertificate } from "@ryugu/sdk/reserves";
import type { ChainPair, PairHeights } from "../ports/audit-store.ts";
import type { CertificateStore, InTransit, KnownCollection } from "../ports/certificate-store.ts";
import type { AuditorContext } from "./context.ts";
import { type Compared, comparePairs } from "./pairs.ts";

/** What certificates are made of. */
export type CertificateContext = Pick<AuditorContext, "zoneId" | "readers" | "clock" | "signer"> & {
  store: CertificateStore;
};

/** Collections that one certificate names at most: those that the holder had to do with last. */
const MOST_COLLECTIONS = 32;

/** Says, signed, what one holder has in each collection that they sent or were sent, at the newest final blocks. */
export async function certify(
  context: CertificateContext,
  holder: Address,
): Promise<ClaimCertificate> {
  const { store, zoneId, clock, signer } = context;
  const { chains, pairs } = await comparePairs(context);
  const collections = await store.collectionsOf(holder, MOST_COLLECTIONS);
  const holdings: CertifiedHolding[] = [];
  for (const compared of pairs) {
    holdings.push(...(await holdingsOf(context, compared, holder, collections)));
  }
  const body = {
    schema: "ryugu-claim-certificate/1" as const,
    zoneId,
    validator: signer.validator,
    holder,
    issuedAt: new Date(clock.now()).toISOString(),
    chains,
    atHome: await atHome(context, chains, holder, collections),
    holdings,
  };
  return { ...body, signature: await signer.signDocument("certificate", body) };
}

async function atHome(
  { readers }: CertificateContext,
  chains: Compared["chains"],
  holder: Address,
  collections: readonly KnownCollection[],
): Promise<CertifiedHomeHolding[]> {
  const found: CertifiedHomeHolding[] = [];
  for (const { homeChain, homeToken, standard, ids } of collections) {
    const block = chains.find(({ id }) => id === homeChain)?.block;
    const reader = readers.get(homeChain);
    if (block === undefined || reader === undefined) continue;
    const held = await reader.balances(homeToken, standard, holder, ids, block);
    if (held !== undefined) {
      found.push({ homeChain, homeToken, standard, units: `${total(held)}` });
    }
  }
  return found;
}

async function holdingsOf(
  { readers, store }: CertificateContext,
  { pair, at }: { pair: ChainPair; at: PairHeights },
  holder: Address,
  collections: readonly KnownCollection[],
): Promise<CertifiedHolding[]> {
  const there = readers.get(pair.counterpartChain);
  if (there === undefined) return [];
  const transit = await store.inTransitTo(pair, holder, at);
  // The pair is left out, as one that cannot be compared is.
  if (transit === undefined) return [];
  const found: CertifiedHolding[] = [];
  for (const collection of collections.filter(({ homeChain }) => homeChain === pair.homeChain)) {
    const { standard, ids } = collection;
    const token = await there.representationOf(collection);
    const held = await there.balances(token, standard, holder, ids, at.counterpart);
    const moving = transit.find(({ backing }) => isOf(backing, collection));
    found.push(toHolding(pair, collection, held && total(held), moving));
  }
  // Somebody else sent it, and nothing of it has ever arrived.
  for (const moving of transit) {
    if (collections.some((collection) => isOf(moving.backing, collection))) continue;
    found.push(toHolding(pair, moving.backing, undefined, moving));
  }
  return found;
}

type Named = Pick<KnownCollection, "homeChain" | "homeToken" | "standard">;

const isOf = (a: Named, b: Named): boolean =>
  a.homeChain === b.homeChain && a.homeToken === b.homeToken && a.standard === b.standard;

const total = (units: readonly bigint[]): bigint => units.reduce((sum, unit) => sum + unit, 0n);

function toHolding(
  { homeChain, counterpartChain }: ChainPair,
  { homeToken, standard }: Named,
  outstanding: bigint | undefined,
  moving: InTransit | undefined,
): CertifiedHolding {
  return {
    homeChain,
    counterpartChain,
    homeToken,
    standard,
    inFlightOut: `${moving?.inFlightOut ?? 0n}`,
    inFlightBack: `${moving?.inFlightBack ?? 0n}`,
    parkedOut: `${moving?.parkedOut ?? 0n}`,
    parkedBack: `${moving?.parkedBack ?? 0n}`,
    ...(outstanding === undefined ? {} : { outstanding: `${outstanding}` }),
  };
}
