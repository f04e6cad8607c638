import { pointer } from "../primitives/index.ts";
import type { AvatarReport } from "./finding-codes.ts";
import type { GltfNode } from "./gltf.ts";
import { isIndex } from "./section.ts";

/** Each node's parent, and questions about ancestry that end even where the file has cycles. */
export interface NodeTree {
  /** Whether `node` is `ancestor` or lies below it. */
  isWithin(node: number, ancestor: number): boolean;
  /** Marks every node that is one of the given or lies below one. */
  below(roots: Iterable<number>): Uint8Array;
}

/** glTF 2.0, section 3.5.2: nodes form disjoint strict trees. */
export function readNodeTree(nodes: readonly GltfNode[], report: AvatarReport): NodeTree {
  const parents = new Int32Array(nodes.length).fill(-1);
  for (const [index, node] of nodes.entries()) {
    for (const [i, child] of (node.children ?? []).entries()) {
      const path = pointer("/nodes", index, "children", i);
      if (!isIndex(child, nodes.length)) report.add("avatar-index-dangling", path, child);
      else if (parents[child] !== -1) report.add("avatar-nodes-not-a-tree", path, child);
      else parents[child] = index;
    }
  }
  cutCycles(parents, report);
  return {
    isWithin(node, ancestor) {
      for (let at = node; at !== -1; at = parents[at] ?? -1) if (at === ancestor) return true;
      return false;
    },
    below(roots) {
      const marked = new Uint8Array(nodes.length);
      const open = [...roots];
      for (let at = open.pop(); at !== undefined; at = open.pop()) {
        if (marked[at] === 1) continue;
        marked[at] = 1;
        for (const child of nodes[at]?.children ?? []) {
          if (isIndex(child, nodes.length) && marked[child] === 0) open.push(child);
        }
      }
      return marked;
    },
  };
}

/** Finds each cycle, notes it, and makes one of its nodes a root, so that walking upwards ends. */
function cutCycles(parents: Int32Array, report: AvatarReport): void {
  const walk = new Int32Array(parents.length); // which walk came by, 0 for none
  for (let start = 0; start < parents.length; start++) {
    let at = start;
    while (at !== -1 && walk[at] === 0) {
      walk[at] = start + 1;
      at = parents[at] ?? -1;
    }
    if (at === -1 || walk[at] !== start + 1) continue;
    report.add("avatar-nodes-not-a-tree", pointer("/nodes", at), at);
    parents[at] = -1;
  }
}
