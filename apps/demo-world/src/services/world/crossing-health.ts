import { wait } from "../wait.ts";
import type { Chains } from "./chains.ts";

/** Whether whoever a crossing needs can be asked: without its chains nothing moves, without a node nobody signs. */
export type CrossingHealth = "well" | "nodes-unreachable" | "chain-unreachable";

/** Between two looks at whether the chains answer, in milliseconds. */
const PULSE = 2_000;

/**
 * Keeps what is known of nodes and chains together, so that one's answer does not hide the other's silence.
 *
 * @param onChange - told whenever the whole has changed
 * @returns whom to tell who answers and who does not
 */
export function createHealth(
  onChange: (health: CrossingHealth) => void,
): (who: "nodes" | "chains", doAnswer: boolean) => void {
  const answers = { nodes: true, chains: true };
  let told: CrossingHealth = "well";
  return (who, doAnswer) => {
    answers[who] = doAnswer;
    const next = healthOf(answers);
    if (next === told) return;
    told = next;
    onChange(next);
  };
}

function healthOf(answers: { nodes: boolean; chains: boolean }): CrossingHealth {
  if (!answers.chains) return "chain-unreachable";
  return answers.nodes ? "well" : "nodes-unreachable";
}

/** Asks chains again and again whether they are there, until the signal ends it. */
export async function watchChains(
  chains: Chains,
  ids: readonly string[],
  onAnswer: (doAnswer: boolean) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const asked = ids.map((id) => chains.provider(id).getBlockNumber());
    const doAnswer = await Promise.all(asked).then(
      () => true,
      () => false,
    );
    if (signal.aborted) return;
    onAnswer(doAnswer);
    await wait(PULSE, signal);
  }
}
