import { fileURLToPath } from "node:url";

/** The repository's root folder. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/** What the boot scripts leave behind: install logs, test reports. Ignored by git. */
export const BOOT_DIR = `${ROOT}/.boot`;

/** The Node that the workspace pins, once installed. */
export const WORKSPACE_NODE = `${ROOT}/node_modules/.bin/node`;
