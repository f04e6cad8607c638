import { bytesToHex, chainId, platformRandom } from "@ryugu/sdk/primitives";
import type * as z from "zod/mini";
import {
  APPLICATION_TYPES,
  applicationId,
  fairDomain,
  WITHDRAWAL_TYPES,
} from "../../sim/fair/application.ts";
import {
  type Application,
  applicationAnswer,
  ownApplications,
  type Withdrawal,
} from "../../sim/protocol/http.ts";
import type { Platform } from "../../sim/protocol/platform.ts";
import type { Account } from "./account.ts";
import { askPlatform, askText } from "./ask-platform.ts";

type Fair = Pick<Platform, "url" | "chain">;

/**
 * Applies: the chosen fields and nothing else, signed to one company.
 *
 * @returns the application's id
 * @throws the wallet's errors, PlatformRefusedError, PlatformUnreachableError
 */
export async function apply(
  { url, chain }: Fair,
  token: string,
  account: Account,
  chosen: Pick<Application, "organisation" | "job" | "fields">,
): Promise<string> {
  const application: Application = {
    ...chosen,
    applicant: account.wallet.address,
    issuedAt: Math.floor(Date.now() / 1_000),
    nonce: bytesToHex(platformRandom(32)),
  };
  const domain = fairDomain(chainId(chain));
  const signature = await account.wallet.signTypedData(domain, APPLICATION_TYPES, application);
  const body = { application, signature };
  const { id } = await askPlatform(url, "/applications", applicationAnswer, { token, body });
  // The server's word for what was signed is checked: it is what a withdrawal will name.
  return id.toLowerCase() === applicationId(chainId(chain), application) ? id : "";
}

/** Takes an application back. Throws as {@link apply}. */
export async function withdraw(
  { url, chain }: Fair,
  token: string,
  account: Account,
  id: string,
): Promise<void> {
  const withdrawal: Withdrawal = {
    application: id,
    applicant: account.wallet.address,
    issuedAt: Math.floor(Date.now() / 1_000),
  };
  const domain = fairDomain(chainId(chain));
  const signature = await account.wallet.signTypedData(domain, WITHDRAWAL_TYPES, withdrawal);
  const body = { withdrawal, signature };
  await askText(url, `/applications/${id}/withdrawal`, { token, body });
}

/** One's own applications. Throws PlatformRefusedError, PlatformUnreachableError. */
export async function readOwnApplications(
  { url }: Pick<Fair, "url">,
  token: string,
): Promise<z.output<typeof ownApplications>["applications"]> {
  return (await askPlatform(url, "/applications", ownApplications, { token })).applications;
}
