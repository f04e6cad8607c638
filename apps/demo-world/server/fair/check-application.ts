import type { ChainId } from "@ryugu/sdk/primitives";
import { isSameAddress } from "@ryugu/sdk/primitives";
import { applicantOf } from "../../src/sim/fair/application.ts";
import type { Application } from "../../src/sim/protocol/http.ts";
import type { Organisation } from "../../src/sim/protocol/platform.ts";
import { ApplicationRefusedError } from "./errors.ts";

/** How old, and how far ahead of our clock, what somebody signed may be, in seconds. */
export const MAX_AGE = 600;

/** What an application is checked against. */
export interface ApplicationContext {
  readonly chain: ChainId;
  readonly organisations: readonly Organisation[];
  /** Whose session it came in. */
  readonly account: string;
  /** Unix milliseconds. */
  readonly now: number;
}

/** Line breaks are for messages; other control characters, and those that turn the text, are for nobody. */
const UNSAFE = /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/**
 * Checks everything about an application that its text alone shows.
 *
 * @returns the organisation it is for
 * @throws ApplicationRefusedError
 */
export function checkApplication(
  application: Application,
  signature: string,
  context: ApplicationContext,
): Organisation {
  const organisation = context.organisations.find(({ did }) => did === application.organisation);
  if (organisation === undefined) {
    throw refused("organisation-unknown", "No company of this fair is called so.");
  }
  if (!organisation.jobs.some(({ slug }) => slug === application.job)) {
    throw refused("job-unknown", "The company has no such posting.");
  }
  checkFields(application, organisation);
  if (!isSameAddress(application.applicant, context.account)) {
    throw refused("applicant", "The application is somebody else's.");
  }
  assertFresh(application.issuedAt, context.now);
  if (applicantOf(context.chain, application, signature) === undefined) {
    throw refused("signature", "The applicant did not sign this application.");
  }
  return organisation;
}

function checkFields({ fields }: Application, organisation: Organisation): void {
  const names = fields.map(({ name }) => name);
  const asked = new Set(organisation.fields.map(({ name }) => name));
  if (new Set(names).size < names.length) {
    throw refused("field-repeated", "A field is there twice.");
  }
  if (names.some((name) => !asked.has(name))) {
    throw refused("field-unknown", "A field is there that the company did not ask for.");
  }
  if (organisation.fields.some(({ name, required }) => required && !names.includes(name))) {
    throw refused("field-missing", "A field is missing that the company needs.");
  }
  if (fields.some(({ value }) => UNSAFE.test(value) || value.trim() === "")) {
    throw refused("text", "A field is empty, or holds characters that cannot be shown.");
  }
}

/** Throws ApplicationRefusedError for what was signed too long ago, or in the future. */
export function assertFresh(issuedAt: number, now: number): void {
  if (Math.abs(now / 1_000 - issuedAt) <= MAX_AGE) return;
  throw refused("too-old", "This was signed too long ago. Sign it again.");
}

const refused = (...args: ConstructorParameters<typeof ApplicationRefusedError>) =>
  new ApplicationRefusedError(...args);
