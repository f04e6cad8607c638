import { chainId } from "@ryugu/sdk/primitives";
import type { DeskApplication } from "../../sim/desk/desk-book.ts";
import { applicantOf, applicationId } from "../../sim/fair/application.ts";

/**
 * Checks an application here, without trusting the server that keeps it: signed by the applicant it names, to this
 * company and no other, and not changed since.
 */
export function isGenuine(
  { id, application, signature }: DeskApplication,
  { chain, did }: { chain: string; did: string },
): boolean {
  const on = chainId(chain);
  return (
    application.organisation === did &&
    applicantOf(on, application, signature) !== undefined &&
    applicationId(on, application).toLowerCase() === id.toLowerCase()
  );
}
