import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** The repository's root folder. */
export const REPOSITORY = resolve(import.meta.dirname, "../../../..");
/** The SDK's folder in the workspace. */
export const SDK = resolve(import.meta.dirname, "../..");
/** The examples, which a consumer copies and runs. */
export const EXAMPLES = join(REPOSITORY, "examples");

const checkout = createHash("sha256").update(REPOSITORY).digest("hex").slice(0, 12);

/**
 * Where the packed SDK is installed: outside the workspace, so that nothing resolves into it by
 * accident. One folder for each checkout, kept between runs so that an unchanged SDK is not installed twice.
 */
export const WORKPLACE = join(tmpdir(), `ryugu-sdk-package-${checkout}`);
/** The project in which the packed SDK is installed. */
export const CONSUMER = join(WORKPLACE, "consumer");
/** Held while tests work there. */
export const LOCK = join(WORKPLACE, "lock");
