#!/usr/bin/env -S node --conditions=ryugu-source --disable-warning=ExperimentalWarning
import { ryugu } from "./ryugu.ts";
import { interruptSignal } from "./terminal/interrupt.ts";
import { processCli } from "./terminal/process-cli.ts";

// The only place that touches the process: everything else is given what it needs.
const args = process.argv.slice(2);
const signal = interruptSignal(process);
process.exitCode = await ryugu(processCli(process, args, signal), args);
// What was stopped may still hold sockets open; nobody waits for it.
if (signal.aborted) process.exit();
