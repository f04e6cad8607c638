import type { Address } from "@ryugu/sdk/primitives";
import type { Wallet } from "ethers";
import type { ZoneKeys } from "../keys/zone-keys.ts";
import { type DeployedChain, type DeploymentParts, gatewayOn } from "../zone/deploy-zone.ts";
import { openQuorum } from "../zone/genesis-set.ts";
import { type ProviderOf, withProviders } from "../zone/with-providers.ts";
import { STOCK } from "./amounts.ts";
import { foundYen, type YenFounding } from "./found-yen.ts";
import { limitYen, listYen } from "./list-yen.ts";
import { sendStock } from "./send-stock.ts";
import { homeOf, type ZoneMoney } from "./zone-money.ts";

/**
 * Makes the zone's yen usable: the council lists it where it was born and limits it elsewhere, the issuer registers who carries
 * much, makes the platforms' stocks, and sends those of other chains over the lanes. May be called again after any failure.
 */
export function foundMoney(
  parts: DeploymentParts,
  chains: readonly DeployedChain[],
  money: ZoneMoney,
): Promise<void> {
  return withProviders(parts, async (providerOf) => {
    const issuer = await parts.keys.issuer.open();
    const home = providerOf(money.home.slug);
    await Promise.all([
      decideAll(parts, chains, money, providerOf),
      foundYen(issuer, home, foundingOf(parts.keys, chains, money)),
    ]);
    await sendStocks(parts.keys, chains, money, { issuer, providerOf });
  });
}

async function decideAll(
  { keys, genesis }: DeploymentParts,
  chains: readonly DeployedChain[],
  money: ZoneMoney,
  providerOf: ProviderOf,
): Promise<void> {
  const sender = await keys.deployer.open();
  const quorum = await openQuorum(keys, genesis.set);
  await Promise.all(
    chains.map((chain) => {
      const { slug } = chain.plan;
      const who = { zoneId: genesis.zoneId, quorum, sender };
      const seat = { ...who, gateway: gatewayOn(chain), provider: providerOf(slug) };
      const token = money.contracts[slug]?.yen ?? money.yen;
      const decide = slug === money.home.slug ? listYen : limitYen;
      return decide({ seat, custody: chain.custody, token });
    }),
  );
}

function foundingOf(
  keys: ZoneKeys,
  chains: readonly DeployedChain[],
  money: ZoneMoney,
): YenFounding {
  const { plan, gateway, vaults } = homeOf(chains);
  const rail = money.contracts[plan.slug]?.rail;
  const operators = Object.values(keys.operators).map(({ address }) => address);
  const owner = keys.issuer.address;
  const registered: Address[] = [
    ...[owner, keys.redemption.address, ...operators],
    ...[gateway, ...Object.values(vaults), ...(rail === undefined ? [] : [rail])],
  ];
  const stocks = [
    { account: keys.operators[plan.slug]?.address ?? owner, amount: STOCK },
    { account: owner, amount: STOCK * BigInt(chains.length - 1) },
  ];
  return { yen: money.yen, registered, stocks };
}

/** One after the other: each is the issuer's next transaction. */
async function sendStocks(
  { operators }: ZoneKeys,
  chains: readonly DeployedChain[],
  { yen, home }: ZoneMoney,
  { issuer, providerOf }: { issuer: Wallet; providerOf: ProviderOf },
): Promise<void> {
  const { vaults, gateway } = homeOf(chains);
  for (const { plan } of chains) {
    const [vault, recipient] = [vaults[plan.slug], operators[plan.slug]?.address];
    if (vault === undefined || recipient === undefined) continue;
    const stock = { yen, gateway, vault, number: plan.number, recipient };
    await sendStock(issuer, providerOf(home.slug), stock);
  }
}
