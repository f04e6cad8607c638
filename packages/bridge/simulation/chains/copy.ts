import type { Chain } from "@ryugu/contracts/model";

/**
 * A copy of a chain's state that later steps do not reach. Messages, records and balances are shared: the model
 * replaces them and never changes them.
 */
export function copyChain(chain: Chain): Chain {
  return {
    ...chain,
    tokens: copyMap(chain.tokens, (token) => ({ ...token, uris: new Map(token.uris) })),
    representations: copyMap(chain.representations, (representation) => ({
      ...representation,
      records: new Map(representation.records),
      metadata: new Map(representation.metadata),
    })),
    holdings: copyMap(chain.holdings, (holders) => new Map(holders)),
    minted: new Map(chain.minted),
    strays: new Map(chain.strays),
    fees: new Map(chain.fees),
    outgoing: copyMap(chain.outgoing, (lane) => ({
      ...lane,
      log: [...lane.log],
      announced: copyMap(lane.announced, (records) => new Map(records)),
    })),
    incoming: copyMap(chain.incoming, (lane) => ({ ...lane })),
    parked: new Map(chain.parked),
    spent: new Map(chain.spent),
    endings: new Map(chain.endings),
    usedNonces: new Map(chain.usedNonces),
    sends: new Map(chain.sends),
    listed: new Map(chain.listed),
    meters: new Map(chain.meters),
    pausedUntil: new Map(chain.pausedUntil),
    quarantinedUntil: new Map(chain.quarantinedUntil),
    pauseBudgets: new Map(chain.pauseBudgets),
    windDowns: new Map(chain.windDowns),
    takenLeaves: new Map(chain.takenLeaves),
  };
}

function copyMap<K, V>(map: ReadonlyMap<K, V>, copy: (value: V) => V): Map<K, V> {
  return new Map([...map].map(([key, value]) => [key, copy(value)]));
}
