import type { NodeCommand } from "./command.ts";
import { councilPropose } from "./council-propose.ts";
import { councilSign } from "./council-sign.ts";
import { councilSubmit } from "./council-submit.ts";
import { doctor } from "./doctor.ts";
import { exportCommand } from "./export.ts";
import { init } from "./init.ts";
import { createKey } from "./keys/create.ts";
import { importKey } from "./keys/import.ts";
import { changePassphrase, exportKey } from "./keys/rewrite.ts";
import { showKeys } from "./keys/show.ts";
import { restore } from "./restore.ts";
import { signer } from "./signer.ts";
import { start } from "./start.ts";

/** Every command of `ryugu-node`, in the order in which help shows them. */
export const COMMANDS: readonly NodeCommand[] = [
  init,
  createKey,
  importKey,
  showKeys,
  exportKey,
  changePassphrase,
  doctor,
  start,
  exportCommand,
  restore,
  signer,
  councilPropose,
  councilSign,
  councilSubmit,
];
