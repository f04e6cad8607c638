import type { RunningZone } from "../src/zone/running-zone.ts";

/** A vault as a node's API tells it. */
interface Reserve {
  homeToken: string;
  state: string;
  /** Unix seconds; absent for a collection that was never stopped. */
  quarantinedUntil?: number;
}

/** Nothing was stolen, so nothing may be called short, and no collection may ever have been stopped; answers what was. */
export async function falseAlarms({ ready }: RunningZone): Promise<string[]> {
  const told = await Promise.all(
    ready.partners.map(async ({ name, nodeUrl }) => {
      const { reserves } = (await (await fetch(`${nodeUrl}/v1/reserves`)).json()) as {
        reserves: Reserve[];
      };
      return reserves.flatMap((reserve) => alarmsOf(name, reserve));
    }),
  );
  return told.flat();
}

function alarmsOf(name: string, { homeToken, state, quarantinedUntil }: Reserve): string[] {
  const isSound = state === "covered" || state === "surplus";
  return [
    ...(isSound ? [] : [`${name} says that ${homeToken} is ${state}.`]),
    ...(quarantinedUntil === undefined ? [] : [`${homeToken} was stopped, as ${name} sees it.`]),
  ];
}
