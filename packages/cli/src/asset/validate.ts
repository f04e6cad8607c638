import { DEFAULT_MAX_METADATA_BYTES, validateMetadata } from "@ryugu/sdk/asset";
import type { Cli } from "../cli.ts";
import { openStore, type StoreOptions } from "../content/open-store.ts";
import { readLink } from "../content/read-link.ts";
import { EXIT } from "../exit-code.ts";
import { readSource } from "../input/read-source.ts";
import type { Outcome } from "../outcome.ts";
import { languageOf } from "../output/finding-view.ts";
import { findLocalZone } from "../zone/ready-file.ts";
import { validationView } from "./metadata-view.ts";

/** `ryugu asset validate` */
export async function validateAsset(
  cli: Cli,
  source: string,
  options: StoreOptions,
): Promise<Outcome> {
  const validation = validateMetadata(await read(cli, source, options));
  const { verdict } = validation;
  return {
    json: { source, ...validation },
    view: validationView(source, validation, languageOf(cli.env)),
    exitCode: verdict === "valid" || verdict === "usable" ? EXIT.ok : EXIT.negative,
  };
}

async function read(cli: Cli, source: string, options: StoreOptions) {
  const limit = DEFAULT_MAX_METADATA_BYTES;
  // One byte more than the reader accepts, so that it is the reader that refuses and says why.
  if (!/^(?:ipfs|data):/i.test(source)) return readSource(cli, source, limit + 1);
  return readLink(cli, source, limit, openStore(cli, options, await findLocalZone(cli)));
}
