import { readFile } from "node:fs/promises";
import { type CashOutAdapter, httpCashOut } from "@ryugu/sdk/payout";
import { WorldConfigError } from "../errors.ts";

/** Where a platform's issuer is, and the file with what the issuer gave the platform. */
export interface IssuerPlace {
  readonly url: string;
  readonly tokenFile: string;
}

/** A person waits for the answer, in milliseconds. */
const TIMEOUT = 8_000;

/**
 * Opens the way to the issuer.
 *
 * @throws WorldConfigError when the token cannot be read
 */
export async function openIssuer({ url, tokenFile }: IssuerPlace): Promise<CashOutAdapter> {
  const token = await readFile(tokenFile, "utf8").catch((cause) => {
    throw new WorldConfigError("The issuer's token cannot be read.", {
      cause,
      details: [tokenFile],
    });
  });
  return httpCashOut({ url, token: token.trim(), timeout: TIMEOUT });
}
