import { type Address, address, type ChainId } from "@ryugu/sdk/primitives";
import { type Chains, withChains } from "../../chain/chains.ts";
import { readEndpoints } from "../../chain/endpoints.ts";
import type { Cli } from "../../cli.ts";
import { EXIT } from "../../exit-code.ts";
import { loadPayer, type PayerOptions } from "../../keys/load-key.ts";
import type { Outcome } from "../../outcome.ts";
import { unitsText } from "../../output/money.ts";
import { readAttestationFiles } from "../../transfer/attestation-files.ts";
import { openZone, type ZoneOptions } from "../../zone/open-zone.ts";
import { moneyOf, type WriteMoney } from "../money.ts";
import { persistOf } from "../persist-of.ts";
import { representationOn } from "../representation.ts";
import { readSources, type SourceOptions, type Sources } from "../sources.ts";
import { type CollectContext, type CountedCurrency, searched } from "./context.ts";
import { collectEverything } from "./everything.ts";
import type { Collected } from "./outcome.ts";
import { collectedLine, collectedView } from "./view.ts";

type CollectOptions = ZoneOptions &
  PayerOptions &
  SourceOptions & { rpc?: readonly string[]; to?: string; attestations?: readonly string[] };

/** `ryugu payout collect` */
export async function collectCommand(cli: Cli, options: CollectOptions): Promise<Outcome> {
  const sources = readSources(options);
  const to = options.to === undefined ? undefined : address(options.to);
  const instead = readEndpoints(options.rpc ?? []);
  const open = await openZone(cli, options);
  const attestations = await readAttestationFiles(cli, open.zone, options.attestations);
  const key = await loadPayer(cli, options, open.local);
  return await withChains(
    open.zone,
    async (chains) => {
      const context = {
        ...{ zone: open.zone, chains, payee: key.address, sources, fetch: cli.fetch },
        signerOn: (id: ChainId) => key.connect(chains.providerOf(id)),
        persist: persistOf(cli),
        ...(to !== undefined && { to }),
        ...(attestations !== undefined && { attestations }),
      };
      const write = writerOf(chains);
      const collected: Collected[] = [];
      const tell = async (each: Collected) => {
        collected.push(each);
        cli.output.progress(collectedLine(open.zone, each, await write(each)));
      };
      const currencies = await currenciesOf(context, sources, tell);
      for await (const each of collectEverything({ ...context, currencies })) await tell(each);
      const isAll = collected.every(({ state }) => state === "done");
      return {
        json: { payee: key.address, isAll, collected },
        view: await collectedView(open.zone, collected, write),
        exitCode: isAll ? EXIT.ok : EXIT.negative,
      };
    },
    instead,
  );
}

/** The named currencies and what stands for them elsewhere; a chain that cannot be asked for it is told. */
async function currenciesOf(
  context: Pick<CollectContext, "zone" | "chains" | "persist">,
  { currencies }: Sources,
  tell: (each: Collected) => Promise<void>,
): Promise<readonly CountedCurrency[]> {
  const found: CountedCurrency[] = currencies.map((home) => ({ ...home, home }));
  for (const currency of currencies) {
    for (const other of context.zone.manifest.chains) {
      if (other.id === currency.chain) continue;
      const look = searched(context, other.id, () =>
        representationOn(other, context.chains, currency),
      );
      let step = await look.next();
      for (; step.done !== true; step = await look.next()) await tell(step.value);
      if (step.value !== undefined) found.push({ ...step.value, home: currency });
    }
  }
  return found;
}

/** Writes amounts as their currencies are written; each is asked once, and one that does not answer is written in units. */
function writerOf(chains: Chains) {
  const known = new Map<string, Promise<WriteMoney>>();
  return async ({ chain, currency, amount }: Collected): Promise<string> => {
    if (amount === undefined) return "";
    if (currency === undefined) return unitsText(amount);
    const name = `${chain}/${currency}`;
    const at = (account: Address) => ({
      ...{ chain, address: account, provider: chains.providerOf(chain) },
    });
    const asked = known.get(name) ?? moneyOf(at, currency).catch(() => unitsText);
    known.set(name, asked);
    return (await asked)(amount);
  };
}
