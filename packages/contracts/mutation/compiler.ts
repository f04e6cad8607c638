import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, posix } from "node:path";
import { PACKAGE_ROOT } from "../scripts/forge.ts";
import { plainSource } from "../scripts/plain/stage.ts";
import type { SyntaxNode } from "./syntax.ts";

const solc: { compile(input: string): string } = createRequire(import.meta.url)("solc");

const REMAPPINGS = {
  "@openzeppelin/contracts/": "node_modules/@openzeppelin/contracts/",
  "solady/": "node_modules/solady/src/",
};

interface Output {
  errors?: { severity: string; formattedMessage: string }[];
  sources: Record<string, { ast: SyntaxNode }>;
  contracts: Record<string, Record<string, { evm: { bytecode: { object: string } } }>>;
}

/** The creation code of contracts, by name. */
export type Code = Record<string, string>;

/** What the compiler said against a source. */
export class NotCompiled extends Error {}

/** All sources that some contracts need, and the compiler. Contracts are files with a contract of the same name. */
export class Compiler {
  readonly #sources = new Map<string, string>();
  readonly #needs = new Map<string, ReadonlySet<string>>();

  constructor(contracts: readonly string[]) {
    for (const contract of contracts) this.#needs.set(contract, this.#load(contract));
  }

  /** A source as it is compiled. */
  source(file: string): string {
    const source = this.#sources.get(file);
    if (source === undefined) throw new Error(`No contract needs ${file}`);
    return source;
  }

  /** The contracts whose code a file has a part in. */
  affected(file: string): string[] {
    return [...this.#needs].filter(([, needs]) => needs.has(file)).map(([contract]) => contract);
  }

  /** The syntax trees of some files. */
  trees(files: readonly string[]): Map<string, SyntaxNode> {
    const { sources } = this.#run(this.#inputOf(files), { "*": { "": ["ast"] } }, false);
    return new Map(files.map((file) => [file, (sources[file] ?? raise(`No tree of ${file}`)).ast]));
  }

  /**
   * The creation code of some contracts, with one file changed.
   * @throws NotCompiled where the change makes no sense to the compiler.
   */
  compile(
    contracts: readonly string[],
    changed: Record<string, string> = {},
    optimized = false,
  ): Code {
    const input = { ...this.#inputOf(contracts), ...changed };
    const wanted = contracts.map((file) => [file, { [nameOf(file)]: ["evm.bytecode.object"] }]);
    const output = this.#run(input, Object.fromEntries(wanted), optimized);
    return Object.fromEntries(
      contracts.map((file) => {
        const made = output.contracts[file]?.[nameOf(file)] ?? raise(`No ${file}`);
        return [nameOf(file), made.evm.bytecode.object];
      }),
    );
  }

  #run(input: Record<string, string>, outputSelection: object, optimized: boolean): Output {
    const sources = Object.fromEntries(
      Object.entries(input).map(([file, content]) => [file, { content }]),
    );
    const remappings = Object.entries(REMAPPINGS).map(([from, to]) => `${from}=${to}`);
    const settings = {
      optimizer: { enabled: optimized },
      evmVersion: "cancun",
      metadata: { bytecodeHash: "none", appendCBOR: false },
      remappings,
      outputSelection,
    };
    const asked = JSON.stringify({ language: "Solidity", sources, settings });
    const output: Output = JSON.parse(solc.compile(asked));
    const errors = output.errors?.filter(({ severity }) => severity === "error") ?? [];
    if (errors[0]) throw new NotCompiled(errors[0].formattedMessage);
    return output;
  }

  #inputOf(files: readonly string[]): Record<string, string> {
    const needed = new Set(files.flatMap((file) => [...this.#load(file)]));
    return Object.fromEntries([...needed].map((file) => [file, this.source(file)]));
  }

  /** Reads a file and all that it imports, once. */
  #load(file: string, found = new Set<string>()): ReadonlySet<string> {
    if (found.has(file)) return found;
    found.add(file);
    const source = this.#sources.get(file) ?? read(file);
    this.#sources.set(file, source);
    for (const imported of importsOf(file, source)) this.#load(imported, found);
    return found;
  }
}

/** The name of the contract that a file is about. */
export function nameOf(file: string): string {
  return posix.basename(file, ".sol");
}

function read(file: string): string {
  return file.startsWith("src/")
    ? plainSource(file)
    : readFileSync(join(PACKAGE_ROOT, file), "utf8");
}

function importsOf(file: string, source: string): string[] {
  const paths = [...source.matchAll(/^\s*(?:import|\}\s*from)\b[^;"]*"([^"]+)"/gm)];
  return paths.map(([, path = ""]) => {
    if (path.startsWith(".")) return posix.join(posix.dirname(file), path);
    const [from, to] = Object.entries(REMAPPINGS).find(([prefix]) => path.startsWith(prefix)) ?? [];
    return from !== undefined && to !== undefined ? to + path.slice(from.length) : path;
  });
}

function raise(message: string): never {
  throw new Error(message);
}
