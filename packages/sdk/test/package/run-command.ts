import { execFile } from "node:child_process";

/** What a command printed, and how it ended. */
export interface CommandResult {
  code: number;
  output: string;
}

/** An install on a slow network and a busy machine takes minutes. */
const LIMIT_MS = 600_000;

/** Runs a command to its end in a clean environment; its two outputs come back as one text. */
export function runCommand(
  command: string,
  args: readonly string[],
  cwd: string,
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    execFile(
      command,
      args,
      { cwd, env: cleanEnvironment(), timeout: LIMIT_MS, maxBuffer: 32 * 1024 * 1024 },
      (error, stdout, stderr) => {
        const output = `${stdout}${stderr}`;
        if (error === null) resolve({ code: 0, output });
        else if (typeof error.code === "number") resolve({ code: error.code, output });
        else reject(error);
      },
    );
  });
}

/**
 * {@link runCommand}, for commands that must succeed.
 *
 * @throws Error with what the command printed
 */
export async function runOrFail(
  command: string,
  args: readonly string[],
  cwd: string,
): Promise<string> {
  const { code, output } = await runCommand(command, args, cwd);
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}:\n${output}`);
  return output;
}

/**
 * Without what npm, pnpm, Vitest and the boot script add: a stranger's shell does not have it. Where the machine keeps
 * its npm settings stays known: the registry may need a company's own certificate.
 */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !/^(npm_(?!config_(registry|cache|userconfig|globalconfig|cafile))|pnpm_|VITE|NODE_OPTIONS$|NODE_ENV$|INIT_CWD$)/i.test(
        name,
      ),
  );
  return Object.fromEntries(kept);
}
