import { persist } from "@ryugu/sdk/payout";
import { deriveStatement, type Statement, statementDigest } from "@ryugu/sdk/payout/statement";
import { renderStatement } from "@ryugu/sdk/payout/statement/node";
import type { Zone } from "@ryugu/sdk/zone";
import { withChains } from "../chain/chains.ts";
import { readEndpoints } from "../chain/endpoints.ts";
import type { Cli } from "../cli.ts";
import { EXIT } from "../exit-code.ts";
import type { Outcome } from "../outcome.ts";
import { assertFree, writeNew } from "../output/new-file.ts";
import { openZone, type ZoneOptions } from "../zone/open-zone.ts";
import { compareWith, readTheirs } from "./comparison.ts";
import { deriveFromChains } from "./derive-from-chains.ts";
import { persistOf } from "./persist-of.ts";
import { readSources, type SourceOptions } from "./sources.ts";
import { comparisonJson, comparisonView, statementView } from "./statement-view.ts";
import { readWish, type StatementWish, type StatementWords } from "./statement-words.ts";

type StatementOptions = ZoneOptions &
  SourceOptions &
  StatementWords & { rpc?: readonly string[]; out?: string; compare?: string };

/** `ryugu payout statement` */
export async function statementCommand(
  cli: Cli,
  account: string,
  period: string,
  options: StatementOptions,
): Promise<Outcome> {
  const wish = readWish(account, period, options);
  const sources = readSources(options);
  const instead = readEndpoints(options.rpc ?? []);
  const { zone } = await openZone(cli, options);
  const theirs = await readTheirs(cli, zone, wish, options.compare);
  const isWritten = options.out !== undefined || theirs === undefined;
  const out = isWritten ? await prepareFile(cli, zone, wish, options.out) : undefined;
  const statement = await withChains(
    zone,
    (chains) =>
      persist(persistOf(cli), () =>
        deriveFromChains(cli, zone, chains, { sources, wish }, theirs?.statement),
      ),
    instead,
  );
  if (out !== undefined) {
    await writeNew(cli, out, (await renderStatement(statement, wish)).bytes);
  }
  const comparison = theirs && compareWith(theirs, statement, sources);
  const digest = statementDigest(statement);
  return {
    json: {
      digest,
      file: out ?? null,
      ...summaryOf(statement),
      ...(comparison && { comparison: comparisonJson(comparison) }),
    },
    view: [
      ...statementView(zone, statement, digest, out),
      ...(comparison ? comparisonView(comparison) : []),
    ],
    exitCode: comparison?.difference === undefined ? EXIT.ok : EXIT.negative,
  };
}

const summaryOf = ({ creator, period, isComplete, chains, lines, totals }: Statement) => ({
  ...{ creator, period, isComplete, chains, lines: lines.length, totals },
});

/** Sees that the file can be written, before chains are read for minutes: a PDF needs libraries that may be missing. */
async function prepareFile(
  cli: Cli,
  { id: zoneId }: Zone,
  wish: StatementWish,
  named: string | undefined,
): Promise<string> {
  const facts = { chains: [], sales: [], shares: [], batches: [], refunds: [], claims: [] };
  const creator = { accounts: [...wish.accounts] };
  const empty = deriveStatement(facts, { zoneId, creator, period: wish.period, currencies: [] });
  const { name } = await renderStatement(empty, wish);
  const out = named ?? name;
  await assertFree(cli, out);
  return out;
}
