import { confirm, ZoneDeployError } from "@ryugu/contracts/deploy";
import type { Provider } from "ethers";
import { ZoneDeploymentError } from "../errors.ts";

/** Waits until a transaction of the start is in a block. Throws ZoneDeploymentError where the chain refused it. */
export async function mined(provider: Provider, hash: string): Promise<void> {
  await confirm(provider, hash).catch(rethrown);
}

/** A failure of deploying, as a start tells it. */
export function rethrown(error: unknown): never {
  if (!(error instanceof ZoneDeployError)) throw error;
  throw new ZoneDeploymentError(error.message, { cause: error, details: error.details });
}
