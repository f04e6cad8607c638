import { address, type ChainId } from "@ryugu/sdk/primitives";
import { type Auditor, createAuditor } from "../../src/auditor/auditor.ts";
import type { AuditorContext } from "../../src/auditor/context.ts";
import type { NodeEvent } from "../../src/ports/report.ts";
import type { Store } from "../../src/ports/store.ts";
import { walletSigner } from "../../src/signer/wallet-signer.ts";
import { sqliteStore } from "../../src/store/sqlite/store.ts";
import { SET, VALIDATORS, ZONE_ID } from "./attestations.ts";
import { AWAY, accountOf, HOME } from "./messages.ts";
import type { Parcel } from "./parcel.ts";
import { bothReserves, type ModelReserves } from "./reserve-reader.ts";
import { ReserveWorld } from "./reserve-world.ts";

export const YEN: Parcel = { token: accountOf("yen"), standard: "erc20", id: 0n, amount: 100n };
export const PIECE: Parcel = { token: accountOf("pieces"), standard: "erc721", id: 1n, amount: 1n };
export const UNITS: Parcel = {
  token: accountOf("units"),
  standard: "erc1155",
  id: 1n,
  amount: 5n,
};

/** A node that audits a world of reserves. Its clock only moves when it is told to. */
export class AuditingNode {
  /** In milliseconds. */
  time = Date.parse("2026-11-22T08:00:00Z");
  readonly world = new ReserveWorld();
  readonly store: Store;
  readonly home: ModelReserves;
  readonly away: ModelReserves;
  readonly #events: NodeEvent[] = [];
  #auditor: Auditor;

  private constructor(store: Store) {
    this.store = store;
    ({ home: this.home, away: this.away } = bothReserves(this.world));
    this.#auditor = this.#auditorOf(0, "quarantine");
  }

  static async open(): Promise<AuditingNode> {
    const clock = { now: () => node.time };
    const node: AuditingNode = new AuditingNode(await sqliteStore({ path: ":memory:", clock }));
    await node.world.begin(node.store);
    return node;
  }

  /** Another validator audits from now on, or the same one with another configuration. */
  replaceAuditor(validator: number, act: AuditorContext["act"] = "quarantine"): void {
    this.#auditor = this.#auditorOf(validator, act);
  }

  #auditorOf(validator: number, act: AuditorContext["act"]): Auditor {
    const signer = VALIDATORS[validator];
    if (signer === undefined) throw new Error("no such validator");
    return createAuditor({
      zoneId: ZONE_ID,
      readers: new Map([
        [HOME, this.home],
        [AWAY, this.away],
      ]),
      store: this.store,
      clock: { now: () => this.time, sleep: async () => undefined },
      report: (event) => this.#events.push(event),
      signer: walletSigner(ZONE_ID, { account: address(signer.address), signer }),
      exchange: { isAnswering: () => true },
      council: { on: () => SET, sets: () => [SET] },
      act,
    });
  }

  /** Reads everything of a chain. */
  read(chain: ChainId): Promise<void> {
    return this.world.record(this.store, chain);
  }

  /** Reads everything of both chains, and audits it. @returns what was found, by standard */
  async audit(): Promise<Record<string, string>> {
    await this.read(HOME);
    await this.read(AWAY);
    return this.auditAgain();
  }

  /** Audits what was read before. @returns what was found, by standard */
  async auditAgain(): Promise<Record<string, string>> {
    while (await this.#auditor.tick());
    const reserves = (await this.store.audit())?.reserves ?? [];
    return Object.fromEntries(
      reserves.map(({ standard, state, difference }) => [standard, `${state} ${difference}`]),
    );
  }

  /** What the auditor said of one kind, in order. */
  told(type: NodeEvent["type"]): NodeEvent[] {
    return this.#events.filter((event) => event.type === type);
  }
}
