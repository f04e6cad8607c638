import { type Address, type ChainId, chainId } from "@ryugu/sdk/primitives";
import { localUrl } from "../chain/anvil.ts";
import type { ZoneKey, ZoneKeys } from "../keys/zone-keys.ts";
import type { ZonePorts } from "../zone/port-plan.ts";
import type { MoneyContracts } from "./deploy-money.ts";
import type { ZoneMoney } from "./zone-money.ts";

/** A key's account, and where it is kept. */
export interface KeyPlace {
  address: Address;
  keystore: string;
  passphrase: string;
}

/** Where a zone's money is, for scripts. */
export interface MoneyReady {
  /** Where the yen was born. */
  yen: { chain: ChainId; token: Address };
  /** By platform, which is named as its chain; `yen` is what is paid with there. */
  platforms: Record<string, MoneyContracts>;
  /** Who owns the yen: makes it, registers and blocks accounts. */
  issuer: KeyPlace & {
    /** Where tokens go that are to be money in a bank account. */
    redemption: Address;
    /** Its API; absent where the worlds are. */
    url?: string;
  };
  /** The simulated bank's API; absent where the worlds are. */
  bank?: { url: string };
}

/** Says where a key is kept. */
export const keyPlace = ({ address, path, passphrasePath }: ZoneKey): KeyPlace => ({
  address,
  keystore: path,
  passphrase: passphrasePath,
});

/** Says where a zone's money is. */
export function describeMoney(
  { home, yen, contracts }: ZoneMoney,
  { keys, ports, hasBank }: { keys: ZoneKeys; ports: ZonePorts; hasBank: boolean },
): MoneyReady {
  return {
    yen: { chain: chainId(home.number), token: yen },
    platforms: contracts,
    issuer: {
      ...keyPlace(keys.issuer),
      redemption: keys.redemption.address,
      ...(hasBank ? { url: localUrl(ports.issuer) } : {}),
    },
    ...(hasBank ? { bank: { url: localUrl(ports.bank) } } : {}),
  };
}
