/** How to run one of the workspace's own programs from its TypeScript source. */
export function nodeCommand(script: string, ...args: string[]) {
  return {
    command: process.execPath,
    args: [
      "--conditions=ryugu-source",
      "--disable-warning=ExperimentalWarning",
      script,
      ...args,
    ] as const,
  };
}
