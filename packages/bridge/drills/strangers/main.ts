// Strangers try to keep a node from answering others. `npm run drill:strangers`; nothing but this machine is asked.
import {
  type Attack,
  deafListeners,
  forgedAttestations,
  gigabyte,
  slowConnections,
} from "./attacks.ts";
import { type Answered, askAsOthers } from "./others.ts";
import { startSubject } from "./subject.ts";

/** What one attack did. */
interface Outcome {
  attack: string;
  outcome: string;
  others: Answered;
  /** Bytes more than before the attack, at its end. */
  memory: number;
  /** Milliseconds of CPU the node used meanwhile, and how long that was. */
  cpu: number;
  time: number;
}

const PEOPLE = 600;
/** An attack may take no more memory than this, in bytes. */
const MOST_MEMORY = 256 * 1_024 * 1_024;

const subject = await startSubject();
const { port } = subject;

async function run(begin: () => Promise<Attack>, news = false): Promise<Outcome> {
  const before = await subject.tell("usage");
  const since = performance.now();
  const attack = await begin();
  if (news) for (let i = 0; i < 10; i++) await subject.tell("news");
  const others = await askAsOthers(port, PEOPLE);
  const outcome = await attack.end();
  const after = await subject.tell("usage");
  return {
    attack: attack.name,
    outcome,
    others,
    memory: after.memory - before.memory,
    cpu: after.cpu - before.cpu,
    time: performance.now() - since,
  };
}

const nothing = async (): Promise<Attack> => ({ name: "nothing", end: async () => "–" });
const attacks: [() => Promise<Attack>, boolean?][] = [
  [nothing],
  [() => slowConnections(port, 10_000)],
  [() => slowConnections(port, 10_000)],
  [() => gigabyte(port, true)],
  [() => gigabyte(port, false)],
  [() => deafListeners(port, 3_000), true],
  [() => forgedAttestations(port, 100)],
  [nothing],
];

const print = (line: string) => process.stdout.write(`${line}\n`);

function tell({ attack, outcome, others, memory, cpu, time }: Outcome): void {
  const answered = `${others.asked - others.refused} of ${others.asked} answered`;
  const mib = `${memory < 0 ? "" : "+"}${Math.round(memory / 1_048_576)} MiB`;
  const share = `${Math.round((cpu / time) * 100)}% of ${Math.round(time / 1_000)} s`;
  const times = `${others.p50} ms | ${others.p99} ms`;
  print(`| ${attack} | ${outcome} | ${answered} | ${times} | ${mib} | ${share} |`);
}

print("| strangers send | outcome | others meanwhile | p50 | p99 | memory | node's CPU |");
print("|---|---|---|---|---|---|---|");
const failed: string[] = [];
for (const [begin, news] of attacks) {
  const outcome = await run(begin, news);
  tell(outcome);
  if (outcome.others.refused > 0 || outcome.memory > MOST_MEMORY) failed.push(outcome.attack);
}
await subject.end();
for (const attack of failed) print(`FAILED: ${attack}`);
process.exitCode = failed.length === 0 ? 0 : 1;
