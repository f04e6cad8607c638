import {
  deriveStatement,
  parsePeriod,
  type SignedStatement,
  signStatement,
  statementJson,
} from "@ryugu/sdk/payout/statement";
import { address, bytes32, chainId } from "@ryugu/sdk/primitives";
import { GARAN, KEYS } from "../zone-fixture.ts";
import { madeId } from "../zone-state.ts";
import type { StatementAnswer, StatementQuestion } from "./desk-node.ts";
import type { DeskZone } from "./desk-zone.ts";
import { yen } from "./made-money.ts";
import { PLACES } from "./money-chain.ts";

const HASH = bytes32(madeId("block"));

/** A statement of one payment of 1,234 yen in a period, as a node signs it. */
export async function madeStatement(
  { zone }: DeskZone,
  { account, period, node }: Pick<StatementQuestion, "account" | "period" | "node">,
): Promise<SignedStatement> {
  const days = parsePeriod(period);
  const time = Date.parse(`${days.from}T03:00:00Z`) / 1_000;
  const chain = chainId(GARAN);
  const [rail, currency] = [address(PLACES.rail), address(PLACES.yen)];
  const statement = deriveStatement(
    {
      chains: [{ id: chain, fromBlock: 1, toBlock: 9, toHash: HASH, toTime: time + 60 }],
      shares: [
        {
          ...{ chain, block: 2, blockHash: HASH, time, transaction: HASH, logIndex: 1 },
          ...{ rail, currency, reference: bytes32(madeId("payment")), payee: address(account) },
          ...{ amount: yen(1_234), isCredited: false, via: [], role: "proceeds" },
        },
      ],
      ...{ sales: [], batches: [], refunds: [], claims: [] },
    },
    {
      ...{ zoneId: zone.manifest.zoneId, creator: { accounts: [address(account)] }, period: days },
      currencies: [
        { chain, address: currency, symbol: "tJPY", decimals: 18, price: { kind: "par" } },
      ],
    },
  );
  const key = KEYS[node];
  if (key === undefined) throw new Error("There is no such node.");
  return signStatement(key, address(key.address), statement);
}

/** A node that makes statements: signed JSON, and something that begins as a PDF does. */
export const statements =
  (desk: DeskZone) =>
  async (question: StatementQuestion): Promise<StatementAnswer> =>
    question.format === "pdf"
      ? { type: "application/pdf", body: `%PDF-1.7 ${question.language}` }
      : { type: "application/json", body: statementJson(await madeStatement(desk, question)) };
