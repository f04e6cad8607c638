import type {
  Period,
  RecordSettings,
  SignedStatement,
  StatementCurrency,
} from "@ryugu/sdk/payout/statement";
import { periodSeconds } from "@ryugu/sdk/payout/statement";
import type { Address, ChainId } from "@ryugu/sdk/primitives";
import type { Zone } from "@ryugu/sdk/zone";
import { partnerOf } from "@ryugu/sdk/zone";
import { StatementUnreadError } from "../domain/errors.ts";
import { arrivalOf } from "../domain/royalty.ts";
import type { CreatorStatements } from "../ports/creator-statements.ts";
import type { ValidatorSigner } from "../ports/signer.ts";
import type { StatementLogStore, StatementLogs } from "../ports/statement-logs.ts";
import type { Workshop } from "./workshop.ts";

/** What a currency is called, by its home. One token is one yen: its issuer redeems it. */
export interface CurrencyTerms {
  homeChain: ChainId;
  token: Address;
  symbol: string;
  decimals: number;
  issuer?: string | undefined;
}

/** Everything that statements are made with. */
export interface BookkeeperContext {
  store: StatementLogStore;
  signer: Pick<ValidatorSigner, "validator" | "signDocument">;
  workshop: Pick<Workshop, "work">;
  zone(): Zone;
  /** The chains that this node reads: a statement rests on all of them. */
  chains: readonly ChainId[];
  currencies: readonly CurrencyTerms[];
  record: RecordSettings;
}

/** The most logs that one statement may rest on. */
const MOST_LOGS = 10_000;

/** Makes creators' statements out of the index. */
export function createBookkeeper(context: BookkeeperContext): CreatorStatements {
  const { store, signer, workshop, zone } = context;
  return {
    async sign(account, period, onSpent) {
      const { from, to: before } = periodSeconds(period);
      const { chains } = context;
      const logs = await store.statementLogs({ account, chains, from, before, most: MOST_LOGS });
      checkRead(chains, logs);
      const request = requestFor(context, logs, account, period);
      const { statement, digest } = await workshop.work("derive", { logs, request }, onSpent);
      const signature = await signer.signDocument("creator-statement", statement);
      const signed: SignedStatement = { ...statement, validator: signer.validator, signature };
      return { statement: signed, digest };
    },
    render(statement, options, onSpent) {
      const name = partnerOf(zone(), statement.validator)?.name;
      const signed = name === undefined ? options : { ...options, signer: name };
      return workshop.work("render", { statement, options: signed }, onSpent);
    },
  };
}

/** Names of chains are the zone's, and nobody else is named. */
function requestFor(
  { zone, currencies, record }: BookkeeperContext,
  { chains }: StatementLogs,
  account: Address,
  period: Period,
) {
  const { id: zoneId, manifest } = zone();
  return {
    ...{ zoneId, creator: { accounts: [account] }, period, record },
    currencies: chains.flatMap((chain) =>
      chain.currencies.flatMap(({ address, homeChain, homeToken }): StatementCurrency[] =>
        currencies
          .filter((terms) => terms.homeChain === homeChain && terms.token === homeToken)
          .map(({ symbol, decimals, issuer }) => ({
            ...{ chain: chain.chain, address, symbol, decimals },
            price: { kind: "par", ...(issuer === undefined ? {} : { issuer }) },
          })),
      ),
    ),
    names: Object.fromEntries(manifest.chains.map(({ id, name }) => [id, name])),
  };
}

/** Nothing is told of what was not read: silence would be no income. */
function checkRead(wanted: readonly ChainId[], { chains, royalties }: StatementLogs): void {
  const unread = wanted.filter(
    (id) => !chains.some(({ chain, through }) => chain === id && through.time > 0),
  );
  if (unread.length > 0) {
    throw new StatementUnreadError("This node has not read all chains yet.", {
      details: [`Not read: ${unread.join(", ")}`],
    });
  }
  const unlanded = royalties.find(
    ({ landed, arrivals }) => landed === undefined && arrivalOf(arrivals) !== undefined,
  );
  if (unlanded === undefined) return;
  throw new StatementUnreadError("Royalties have arrived that this node has not looked up yet.", {
    details: [`Message: ${unlanded.message.messageId}`],
  });
}
