import { openAsBlob } from "node:fs";
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import {
  type AvatarInspection,
  AvatarRefusedError,
  acceptAvatar,
  DEFAULT_MAX_AVATAR_BYTES,
  inspectAvatar,
  inspectAvatarBlob,
} from "@ryugu/sdk/avatar";
import type { Cli } from "../cli.ts";
import { InputUnreadableError } from "../errors.ts";
import { EXIT } from "../exit-code.ts";
import { isWebAddress, readSource, unreadable } from "../input/read-source.ts";
import type { Outcome } from "../outcome.ts";
import { languageOf } from "../output/finding-view.ts";
import { inspectionView, refusalView } from "./view.ts";

/** `ryugu avatar inspect` */
export async function inspectAvatarFile(cli: Cli, file: string): Promise<Outcome> {
  const language = languageOf(cli.env);
  try {
    const inspection = await inspect(cli, file);
    const refusal = refusalOf(inspection);
    return {
      json: { file, accepted: refusal === undefined, ...(refusal && { refusal }), inspection },
      view: inspectionView(file, inspection, language, refusal?.code),
      exitCode: refusal === undefined ? EXIT.ok : EXIT.negative,
    };
  } catch (error) {
    if (!(error instanceof AvatarRefusedError)) throw error;
    return {
      json: { file, accepted: false, refusal: error },
      view: refusalView(file, error, language),
      exitCode: EXIT.negative,
    };
  }
}

async function inspect(cli: Cli, file: string): Promise<AvatarInspection> {
  if (file === "-" || isWebAddress(file)) {
    return inspectAvatar(await readSource(cli, file, DEFAULT_MAX_AVATAR_BYTES + 1));
  }
  const path = resolve(cli.cwd, file);
  try {
    if ((await stat(path)).isFile()) return await inspectAvatarBlob(await openAsBlob(path));
  } catch (cause) {
    if (cause instanceof AvatarRefusedError) throw cause;
    throw unreadable(file, path, cause);
  }
  throw new InputUnreadableError("This is not a file.", { details: [`Given: ${path}`] });
}

function refusalOf(inspection: AvatarInspection): AvatarRefusedError | undefined {
  try {
    acceptAvatar(inspection);
    return undefined;
  } catch (error) {
    if (error instanceof AvatarRefusedError) return error;
    throw error;
  }
}
