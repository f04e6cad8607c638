import { resolve } from "node:path";
import { type Address, address, type ChainId, chainId } from "@ryugu/sdk/primitives";
import * as z from "zod/mini";

const GIBIBYTE = 1_073_741_824;

/** A path; relative ones are taken from the configuration's folder. */
export const path = z.string().check(z.minLength(1), z.maxLength(4_096));
const account = z.string().check(z.regex(/^0x[0-9a-fA-F]{40}$/));
/** Scheme, host and port, nothing else. */
const origin = z.string().check(z.regex(/^https?:\/\/[^\s/?#@]+$/), z.maxLength(255));
const count = z.int().check(z.minimum(1), z.maximum(1_000_000));

/** Where things are sold on the platform's chain, and for which money. */
const moneySchema = z.strictObject({
  market: account,
  /** What carries the payments. */
  rail: account,
  /** What makes splits. */
  splits: account,
  /** The yen, or what stands for it on this chain. The operator has some to give. */
  yen: account,
});

const limitsSchema = z.strictObject({
  /** People in the hall. */
  people: z._default(count.check(z.maximum(500)), 120),
  /** Open sockets. */
  connections: z._default(count, 400),
  /** Open sockets of one machine: many people may share one address. */
  connectionsPerMachine: z._default(count, 100),
  /** Bytes of all avatars that people brought. */
  avatarBytes: z._default(z.int().check(z.minimum(0)), GIBIBYTE),
  /** Bytes of all pictures that people brought. */
  pictureBytes: z._default(z.int().check(z.minimum(0)), GIBIBYTE),
});

/** The platform of a configuration, as it is written. */
export const platformSchema = z.strictObject({
  slug: z.enum(["minato", "garan"]),
  /** The company that runs it, as the zone manifest names it. */
  partner: z.string().check(z.minLength(1), z.maxLength(80)),
  /** What a person signs in to, and where a browser finds this server. */
  publicUrl: origin,
  chain: z.string().check(z.regex(/^eip155:[1-9][0-9]{0,15}$/)),
  rpcUrl: z.url({ protocol: /^https?$/ }),
  /** The platform's own key on its chain: pays gas, gives gifts. */
  operator: z.strictObject({ keystore: path, passphraseFile: path }),
  /** Where the platform keeps its database. */
  data: path,
  /** The zone's own avatars: `avatars.json` and the files that it names. */
  avatars: path,
  /** The platform's own pictures and models: what `scripts/build-content.ts` makes. */
  works: path,
  /** The accounts that creators are paid at, by their names. */
  creators: z._default(
    z.strictObject({ shiori: z.optional(account), ren: z.optional(account) }),
    {},
  ),
  /** Without it nothing is sold here, and no yen given. */
  money: z.optional(moneySchema),
  /** Who turns yen into money in a bank account, and the platform's bearer token there. */
  issuer: z.optional(z.strictObject({ url: origin, tokenFile: path })),
  /** Whose pages may come here besides the manifest's platforms and this server's own. */
  origins: z._default(z.array(origin).check(z.maxLength(16)), []),
  limits: z.prefault(limitsSchema, {}),
});

/** How much a platform's server takes on. */
export type WorldLimits = Readonly<z.output<typeof limitsSchema>>;

/** Where things are sold on a platform's chain, and for which money. */
export type PlatformMoney = Readonly<Record<keyof z.output<typeof moneySchema>, Address>>;

/** The platform that a world server runs. Paths are absolute. */
export interface PlatformConfig
  extends Readonly<
    Omit<z.output<typeof platformSchema>, "chain" | "limits" | "creators" | "money" | "issuer">
  > {
  readonly chain: ChainId;
  readonly creators: Readonly<Partial<Record<"shiori" | "ren", Address>>>;
  readonly money?: PlatformMoney;
  readonly issuer?: { readonly url: string; readonly tokenFile: string };
  readonly limits: WorldLimits;
}

/** Reads a platform of {@link platformSchema}. */
export function toPlatform(
  { money, issuer, ...value }: z.output<typeof platformSchema>,
  folder: string,
): PlatformConfig {
  return {
    ...value,
    ...(money === undefined ? {} : { money: toMoney(money) }),
    ...(issuer === undefined
      ? {}
      : { issuer: { ...issuer, tokenFile: resolve(folder, issuer.tokenFile) } }),
    chain: chainId(value.chain),
    operator: {
      keystore: resolve(folder, value.operator.keystore),
      passphraseFile: resolve(folder, value.operator.passphraseFile),
    },
    data: resolve(folder, value.data),
    avatars: resolve(folder, value.avatars),
    works: resolve(folder, value.works),
    creators: Object.fromEntries(
      Object.entries(value.creators).map(([name, text]) => [name, address(text)]),
    ),
  };
}

const toMoney = ({ market, rail, splits, yen }: z.output<typeof moneySchema>): PlatformMoney => ({
  market: address(market),
  rail: address(rail),
  splits: address(splits),
  yen: address(yen),
});
