import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Fragment, FunctionFragment, type JsonFragment } from "ethers";
import { PACKAGE_ROOT } from "../forge.ts";
import { signatureOf } from "./signature.ts";

/** One function, event or error of an interface, and what is said about it. */
export interface Entry {
  kind: "function" | "event" | "error";
  name: string;
  /** Its name and the types of its parameters. */
  id: string;
  /** As it stands in Solidity, with the names of its parameters. */
  signature: string;
  /** What finds it in a contract: a function's four bytes; empty for the others. */
  selector: string;
  isView: boolean;
  notice: string;
  details: string;
  params: Record<string, string>;
  returns: Record<string, string>;
}

/** An interface and all that it declares itself. */
export interface Declared {
  name: string;
  title: string;
  notice: string;
  details: string;
  /** Its structs and enums with their comments, as the source has them: no output of the compiler does. */
  types: string;
  entries: Entry[];
}

interface Described {
  notice?: string;
  details?: string;
  params?: Record<string, string>;
  returns?: Record<string, string>;
}

interface Artifact {
  abi: JsonFragment[];
  methodIdentifiers: Record<string, string>;
  devdoc: Docs;
  userdoc: Docs;
  /** The path of its source in this package. */
  source: string;
}

interface Docs {
  title?: string;
  notice?: string;
  details?: string;
  methods?: Record<string, Described>;
  events?: Record<string, Described>;
  errors?: Record<string, Described[]>;
}

/** What forge wrote about a contract, an interface or a library. */
export function readArtifact(file: string, contract = file): Artifact {
  const folder = join(PACKAGE_ROOT, "out", `${file}.sol`);
  // What several compiler profiles need is written once for each, and an old one may be left beside a new one.
  const [newest] = readdirSync(folder)
    .filter((name) => name.split(".")[0] === contract)
    .map((name) => join(folder, name))
    .sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs);
  if (newest === undefined) throw new Error(`${contract} was not built`);
  const { abi, methodIdentifiers, rawMetadata } = JSON.parse(readFileSync(newest, "utf8"));
  // Forge's own reading of the metadata drops what is said about events and errors.
  const { output, settings } = JSON.parse(rawMetadata);
  const [source = ""] = Object.keys(settings.compilationTarget);
  return { abi, methodIdentifiers, source, ...output };
}

/** What an interface declares, without what it inherits. */
export function readInterface(name: string, inherited: ReadonlySet<string>): Declared {
  const { abi, devdoc, userdoc, source } = readArtifact(name);
  const entries = abi
    .map((item) => entryOf(item, devdoc, userdoc))
    .filter((entry) => entry !== undefined)
    .filter(({ id }) => !inherited.has(id));
  const { title = name, details = "" } = devdoc;
  return { name, title, notice: userdoc.notice ?? "", details, types: typesOf(source), entries };
}

function typesOf(path: string): string {
  const source = readFileSync(join(PACKAGE_ROOT, path), "utf8");
  const found = source.matchAll(/^(?: {4}\/\/\/.*\n)* {4}(?:struct|enum) [^}]+\}/gm);
  return [...found].map(([text]) => text.replace(/^ {4}/gm, "")).join("\n\n");
}

function entryOf(item: JsonFragment, devdoc: Docs, userdoc: Docs): Entry | undefined {
  const { type } = item;
  if (type !== "function" && type !== "event" && type !== "error") return undefined;
  const fragment = Fragment.from(item);
  const id = fragment.format("sighash");
  const [dev, user] =
    type === "error"
      ? [devdoc.errors?.[id]?.[0], userdoc.errors?.[id]?.[0]]
      : type === "event"
        ? [devdoc.events?.[id], userdoc.events?.[id]]
        : [devdoc.methods?.[id], userdoc.methods?.[id]];
  const isFunction = fragment instanceof FunctionFragment;
  return {
    kind: type,
    name: item.name ?? "",
    id,
    signature: signatureOf(item),
    selector: isFunction ? fragment.selector : "",
    isView: isFunction && fragment.constant,
    notice: user?.notice ?? "",
    details: dev?.details ?? "",
    params: dev?.params ?? {},
    returns: dev?.returns ?? {},
  };
}

/** The ids of all that an interface of a standard declares. */
export function idsOf([file, name]: readonly [file: string, name: string]): string[] {
  return readArtifact(file, name).abi.map((item) => Fragment.from(item).format("sighash"));
}

/** What a function's documentation leaves out of: who may call it, what it changes, what it emits, how it fails. */
export function missingFrom({ kind, isView, notice, details }: Entry): string[] {
  const missing = notice === "" ? ["a notice"] : [];
  if (kind !== "function" || isView) return missing;
  for (const words of ["Callable by", "Emits", "Reverts"]) {
    if (!new RegExp(words.replace("Reverts", "(and )?reverts"), "i").test(details))
      missing.push(`"${words} …"`);
  }
  return missing;
}
