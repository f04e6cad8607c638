import { between } from "../world/chance.ts";
import { aWhile, type Fault, happens } from "./fault.ts";

/** A disk is full for a while. */
export const fullDisks: Fault = {
  name: "full disks",
  often: 0.3,
  plan(context, random, busy) {
    happens(context, random, busy, between(random, 1, 2), () => {
      const node = random.pick(context.nodes);
      if (node === undefined) return;
      node.disk.isFull = true;
      context.trace.note(`${node.name}'s disk is full`);
      context.time.after(aWhile(random), () => {
        node.disk.isFull = false;
      });
    });
  },
};

/** One node's operators put an old backup in the place of its database. The others remember. */
export const backups: Fault = {
  name: "backups",
  often: 0.35,
  plan({ nodes, time, trace }, random, busy) {
    const node = random.pick(nodes);
    if (node === undefined) return;
    const made = between(random, 0, busy / 2);
    const whileDown = (what: string, work: () => void) => {
      node.kill(`to be ${what}`);
      // Once the process has let go of its database.
      time.after(1, () => {
        trace.note(`${node.name} is ${what}`);
        work();
      });
    };
    time.after(made, () => whileDown("backed up", () => node.disk.backUp()));
    time.after(between(random, made, busy), () => {
      if (node.disk.hasBackup) whileDown("restored", () => node.disk.restore());
    });
  },
};
