import type { NodeCommand } from "./command.ts";
import { start } from "./start.ts";

/** Every command of `ryugu-node`, in the order in which help shows them. */
export const COMMANDS: readonly NodeCommand[] = [start];
