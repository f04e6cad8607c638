import { BootError } from "./boot-error.mjs";
import { ensureInstalled } from "./install.mjs";
import { TASKS } from "./tasks.mjs";

/** Installs what is missing, then runs one task; the process ends with the task's exit code. */
export async function main([name, ...args]) {
  try {
    const task = Object.hasOwn(TASKS, name ?? "") ? TASKS[name] : undefined;
    if (task === undefined) {
      throw new BootError(
        `There is no task "${name ?? ""}".\nTasks: ${Object.keys(TASKS).join(", ")}`,
      );
    }
    await ensureInstalled();
    process.exitCode = await task(args);
  } catch (error) {
    if (!(error instanceof BootError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
