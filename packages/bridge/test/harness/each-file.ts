/** Runs before each file of tests: files share a process, so a module that they share is loaded once for all of them. */
import { afterAll } from "vitest";
import { removeTemporaryFolders } from "./temporary-folder.ts";

// The first hook of a file is the last to run: what its tests started in a folder has ended by then.
afterAll(removeTemporaryFolders);
