import { parseJson, parseShape } from "@ryugu/sdk/primitives";
import { type Application, applicationSchema } from "../../src/sim/protocol/http.ts";
import type { Row, StoreModule, WorldStore } from "../store/world-store.ts";

/** Applications as long as they stand; of those taken back only the id, the company and two times. */
export const FAIR_TABLES: StoreModule = {
  name: "fair",
  migrations: [
    `CREATE TABLE fair_applications (
       id TEXT PRIMARY KEY,
       organisation TEXT NOT NULL,
       applicant TEXT,
       content TEXT,
       signature TEXT,
       received_at INTEGER NOT NULL,
       withdrawn_at INTEGER,
       CHECK ((withdrawn_at IS NULL) = (applicant IS NOT NULL)),
       CHECK ((withdrawn_at IS NULL) = (content IS NOT NULL)),
       CHECK ((withdrawn_at IS NULL) = (signature IS NOT NULL))
     ) STRICT;
     CREATE INDEX fair_by_organisation ON fair_applications (organisation, received_at);
     CREATE INDEX fair_by_applicant ON fair_applications (applicant);
     CREATE TABLE fair_nonces (nonce TEXT PRIMARY KEY, used_at INTEGER NOT NULL) STRICT;`,
  ],
};

/** An application that stands. */
export interface StandingApplication {
  readonly id: string;
  readonly application: Application;
  readonly signature: string;
  /** Unix milliseconds. */
  readonly receivedAt: number;
}

/** The fair's applications. */
export interface ApplicationBook {
  find(id: string): StandingApplication | undefined;
  /** Keeps one; false where its nonce was used before. `organisation` is the company's slug. */
  add(organisation: string, application: StandingApplication): boolean;
  /** Deletes what one says and who made it; nothing of either stays in the database's files. */
  withdraw(id: string, now: number): void;
  ofOrganisation(slug: string): StandingApplication[];
  ofApplicant(account: string): StandingApplication[];
  withdrawnCount(slug: string): number;
}

/** Longer than anything signed is taken, in milliseconds. */
const NONCE_LIFE = 3_600_000;
/** The most that a desk or a person is shown. */
const LISTED = 500;

/** Opens the book. */
export function openApplicationBook(store: WorldStore): ApplicationBook {
  const list = (where: string, value: string) =>
    store
      .all(
        `SELECT * FROM fair_applications WHERE ${where} = ? AND withdrawn_at IS NULL
         ORDER BY received_at DESC LIMIT ${LISTED}`,
        value,
      )
      .map(read);
  return {
    find: (id) => list("id", id)[0],
    add: (organisation, { id, application, signature, receivedAt }) =>
      store.transaction(() => {
        store.run("DELETE FROM fair_nonces WHERE used_at < ?", receivedAt - NONCE_LIFE);
        const nonce = application.nonce.toLowerCase();
        const isNew = store.run(
          "INSERT OR IGNORE INTO fair_nonces VALUES (?, ?)",
          nonce,
          receivedAt,
        );
        if (isNew === 0) return false;
        const added = store.run(
          `INSERT OR IGNORE INTO fair_applications (id, organisation, applicant, content, signature, received_at)
           VALUES (?, ?, ?, ?, ?, ?)`,
          id,
          organisation,
          application.applicant.toLowerCase(),
          JSON.stringify(application),
          signature,
          receivedAt,
        );
        return added > 0;
      }),
    withdraw(id, now) {
      store.run(
        `UPDATE fair_applications SET applicant = NULL, content = NULL, signature = NULL, withdrawn_at = ?
         WHERE id = ? AND withdrawn_at IS NULL`,
        now,
        id,
      );
      // The database overwrites what it deletes; its log still holds what was written before.
      store.checkpoint();
    },
    ofOrganisation: (slug) => list("organisation", slug),
    ofApplicant: (account) => list("applicant", account.toLowerCase()),
    withdrawnCount: (slug) =>
      Number(
        store.get(
          "SELECT count(*) AS n FROM fair_applications WHERE organisation = ? AND withdrawn_at IS NOT NULL",
          slug,
        )?.n,
      ),
  };
}

const read = (row: Row): StandingApplication => ({
  id: String(row.id),
  application: parseShape(
    applicationSchema,
    parseJson(String(row.content)),
    "A stored application",
  ),
  signature: String(row.signature),
  receivedAt: Number(row.received_at),
});
