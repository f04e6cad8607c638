import type { Address, ChainId } from "@ryugu/sdk/primitives";
import { isSameAddress } from "@ryugu/sdk/primitives";
import { applicationId, withdrawnBy } from "../../src/sim/fair/application.ts";
import type { Application, Withdrawal } from "../../src/sim/protocol/http.ts";
import type { Organisation } from "../../src/sim/protocol/platform.ts";
import type { ApplicationBook, StandingApplication } from "./application-book.ts";
import { assertFresh, checkApplication } from "./check-application.ts";
import { ApplicationRefusedError, ApplicationUnknownError } from "./errors.ts";

/** What a company's desk hears. */
export type FairNews =
  | { readonly kind: "application"; readonly application: StandingApplication }
  | { readonly kind: "withdrawal"; readonly id: string };

/** The job fair. */
export interface Fair {
  readonly organisations: readonly Organisation[];
  readonly book: ApplicationBook;
  /**
   * Takes an application in; answers its id.
   *
   * @throws ApplicationRefusedError
   */
  apply(application: Application, signature: string, account: Address): string;
  /**
   * Takes one back.
   *
   * @throws ApplicationUnknownError, ApplicationRefusedError
   */
  withdraw(withdrawal: Withdrawal, signature: string, account: Address): void;
  /** Hears what happens, by the organisation's slug; the answer ends it. */
  subscribe(listener: (organisation: string, news: FairNews) => void): () => void;
}

/** What a fair is made of. */
export interface FairParts {
  readonly chain: ChainId;
  readonly organisations: readonly Organisation[];
  readonly book: ApplicationBook;
  readonly now: () => number;
}

/** The most applications that one person may have standing. */
const MAX_STANDING = 24;

/** Opens the fair. */
export function openFair({ chain, organisations, book, now }: FairParts): Fair {
  const listeners = new Set<(organisation: string, news: FairNews) => void>();
  const tell = (organisation: string, news: FairNews) => {
    for (const listener of listeners) listener(organisation, news);
  };
  return {
    organisations,
    book,
    apply(application, signature, account) {
      const context = { chain, organisations, account, now: now() };
      const { slug } = checkApplication(application, signature, context);
      if (book.ofApplicant(account).length >= MAX_STANDING) {
        throw new ApplicationRefusedError("too-many", "You have many applications standing.");
      }
      const id = applicationId(chain, application);
      const standing = { id, application, signature, receivedAt: now() };
      if (!book.add(slug, standing)) {
        throw new ApplicationRefusedError("nonce-used", "This application came in before.");
      }
      tell(slug, { kind: "application", application: standing });
      return id;
    },
    withdraw(withdrawal, signature, account) {
      const standing = book.find(withdrawal.application);
      const own = standing?.application.applicant ?? "";
      if (standing === undefined || !isSameAddress(own, account)) {
        throw new ApplicationUnknownError("You have no such application standing.");
      }
      assertFresh(withdrawal.issuedAt, now());
      const signer = withdrawnBy(chain, withdrawal, signature);
      if (signer === undefined || !isSameAddress(signer, own)) {
        throw new ApplicationRefusedError("signature", "The applicant did not sign this.");
      }
      const company = organisations.find(({ did }) => did === standing.application.organisation);
      book.withdraw(standing.id, now());
      if (company !== undefined) tell(company.slug, { kind: "withdrawal", id: standing.id });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
