// Reads an NFT's metadata, or a sample: node main.ts [metadata.json]
import { readFile } from "node:fs/promises";
import { describeMetadata } from "./read-metadata.ts";
import { SAMPLE_METADATA } from "./sample.ts";

const [file] = process.argv.slice(2);
const json = file ? await readFile(file, "utf8") : SAMPLE_METADATA;
for (const line of describeMetadata(json)) console.log(line);
