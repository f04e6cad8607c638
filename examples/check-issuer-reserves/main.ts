// Checks an issuer's reserve report, or a sample: node main.ts [report.json]
import { readFile } from "node:fs/promises";
import { describeReserves } from "./check-issuer-reserves.ts";
import { SAMPLE_NOW, sampleReport } from "./sample.ts";

const [file] = process.argv.slice(2);
const lines = file
  ? describeReserves(await readFile(file, "utf8"), Date.now() / 1_000)
  : describeReserves(await sampleReport(), SAMPLE_NOW);
for (const line of lines) console.log(line);
