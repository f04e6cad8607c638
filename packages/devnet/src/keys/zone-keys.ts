import { join } from "node:path";
import type { Address } from "@ryugu/sdk/primitives";
import type { Wallet } from "ethers";
import type { ZoneLayout } from "../zone/layout.ts";
import { CREATORS, PARTNERS, type ZoneShape } from "../zone/plan.ts";
import { ensureKeystore, keystoreAddress, openKeystore, passphrase } from "./keystore.ts";

/** One encrypted key of the zone. */
export interface ZoneKey {
  path: string;
  passphrasePath: string;
  address: Address;
  /** Decrypts it, once. */
  open(): Promise<Wallet>;
}

/** Every key of the zone, each its own random one. */
export interface ZoneKeys {
  /** Deploys contracts and opens nothing. */
  deployer: ZoneKey;
  /** Owns the demo's collection and sends it. */
  person: ZoneKey;
  /** Owns the yen and makes it. */
  issuer: ZoneKey;
  /** Takes yen in for which money is sent to a bank account. */
  redemption: ZoneKey;
  /** A platform's own key, by its chain's slug: it pays people's gas and owns what the platform gives. */
  operators: Record<string, ZoneKey>;
  /** Who made the works in the gallery, by slug. */
  creators: Record<string, ZoneKey>;
  /** By partner slug. */
  partners: Record<string, { validator: ZoneKey; relayer: ZoneKey }>;
}

/** Opens the zone's keystores, made if they are not there. */
export async function zoneKeys(layout: ZoneLayout, { chains }: ZoneShape): Promise<ZoneKeys> {
  const [deployer, person, issuer, redemption] = await Promise.all([
    zoneKey(layout.keys, "deployer"),
    zoneKey(layout.keys, "person"),
    zoneKey(layout.keys, "issuer"),
    zoneKey(layout.keys, "redemption"),
  ]);
  const partners: ZoneKeys["partners"] = {};
  for (const { slug } of PARTNERS) {
    const folder = layout.partner(slug);
    partners[slug] = {
      validator: await zoneKey(folder, "validator"),
      relayer: await zoneKey(folder, "relayer"),
    };
  }
  const operators: ZoneKeys["operators"] = {};
  for (const { slug } of chains) operators[slug] = await zoneKey(layout.world(slug), "operator");
  const creators: ZoneKeys["creators"] = {};
  for (const slug of CREATORS) creators[slug] = await zoneKey(layout.keys, `creator-${slug}`);
  return { deployer, person, issuer, redemption, operators, creators, partners };
}

/** Accounts that pay for gas, and so must begin with some. */
export function fundedAccounts(keys: ZoneKeys): Address[] {
  const { deployer, person, issuer, redemption, operators, creators, partners } = keys;
  const relayers = Object.values(partners).map(({ relayer }) => relayer);
  const others = [...Object.values(operators), ...Object.values(creators)];
  const single = [deployer, person, issuer, redemption];
  return [...single, ...relayers, ...others].map(({ address }) => address);
}

async function zoneKey(folder: string, name: string): Promise<ZoneKey> {
  const path = join(folder, `${name}.json`);
  const passphrasePath = join(folder, "passphrase");
  const secret = passphrase(passphrasePath);
  await ensureKeystore(path, secret);
  let wallet: Promise<Wallet> | undefined;
  return {
    path,
    passphrasePath,
    address: keystoreAddress(path),
    open() {
      wallet ??= openKeystore(path, secret);
      return wallet;
    },
  };
}
