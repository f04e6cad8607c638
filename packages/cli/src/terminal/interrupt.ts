import { InterruptedError } from "../errors.ts";

/** A signal that Ctrl-C or a polite kill aborts; a second one ends the process by force. */
export function interruptSignal(process: NodeJS.Process): AbortSignal {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(name, () => controller.abort(new InterruptedError("Stopped.")));
  }
  return controller.signal;
}
