import { FAIR } from "../nodes/network.ts";
import { between } from "../world/chance.ts";
import { aWhile, type Fault, happens } from "./fault.ts";

/** Requests between nodes are lost, doubled, late, or reach some nodes not at all. */
export const traffic: Fault = {
  name: "traffic",
  often: 0.6,
  plan(context, random, busy) {
    const { network, time, trace, nodes } = context;
    happens(context, random, busy, between(random, 1, 3), () => {
      const cutOff = nodes.filter(() => random.chance(0.2)).map(({ index }) => index);
      const weather = {
        loss: random.below(5) / 10,
        doubling: random.below(5) / 10,
        delay: between(random, 40, 3_000),
        cutOff: new Set(cutOff),
      };
      network.weather = weather;
      trace.note(`network ${JSON.stringify({ ...weather, cutOff })}`);
      time.after(aWhile(random), () => {
        if (network.weather === weather) network.weather = FAIR;
      });
    });
  },
};
