import type { MoneyChain } from "@ryugu/devnet";
import { address, chainNumber } from "@ryugu/sdk/primitives";
import { Wallet } from "ethers";
import { OPERATOR_TABLES, openLedger } from "../../server/operator/ledger.ts";
import { type Operator, openOperator } from "../../server/operator/operator.ts";
import { OperatorChain } from "../../server/operator/operator-chain.ts";
import { openWorldStore, type WorldStore } from "../../server/store/world-store.ts";

/** A platform's operator with a new key; its account must begin with coins. */
export const operatorKey = (): Wallet => new Wallet(Wallet.createRandom().privateKey);

/** Opens the operator's queue on a real chain. Whoever opens it closes it. */
export function openChainOperator(
  { id, url }: Pick<MoneyChain, "id" | "url">,
  key: Wallet,
  store: WorldStore = openWorldStore(":memory:", [OPERATOR_TABLES]),
): Operator {
  const chain = new OperatorChain(url, Number(chainNumber(id)));
  const signer = key.connect(chain);
  return openOperator({
    address: address(key.address),
    chain,
    ledger: openLedger(store),
    sign: (transaction) => signer.signTransaction(transaction),
    signTypedData: (domain, types, message) => signer.signTypedData(domain, types, message),
    log: () => undefined,
    now: Date.now,
    settings: { interval: 30 },
  });
}
