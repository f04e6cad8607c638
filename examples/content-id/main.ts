// Prints the content id of a file, or of a sample: node main.ts [file]
import { readFile } from "node:fs/promises";
import { keep } from "./content-id.ts";
import { SAMPLE_BYTES } from "./sample.ts";

const [file] = process.argv.slice(2);
const { uri, verified } = await keep(file ? await readFile(file) : SAMPLE_BYTES);
console.log(`${uri} (${verified.length} bytes)`);
