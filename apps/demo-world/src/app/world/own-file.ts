import { KEPT, keep } from "../../services/world/storage.ts";
import { notice } from "./notices.ts";
import { problemOf } from "./problem-code.ts";
import { withSession } from "./session.ts";
import { platformOf, type Visit } from "./visit.ts";

/** Looks at a file that somebody wants to wear; it goes nowhere yet. */
export async function chooseFile(visit: Visit, file: File): Promise<void> {
  const { arrival } = visit.stores;
  const name = file.name.slice(0, 80);
  visit.ownFile = undefined;
  arrival.setState({ ownFile: { phase: "reading", name } });
  const { inspectAvatarFile } = await import("../../services/world/avatar-file.ts");
  const verdict = await inspectAvatarFile(file);
  const { findings, triangles } = verdict;
  if (verdict.isUsable) {
    visit.ownFile = file;
    const counted = triangles === undefined ? {} : { triangles };
    arrival.setState({ ownFile: { phase: "ready", name, findings, ...counted } });
    return;
  }
  const problem = { code: verdict.code ?? "avatar-unreadable" };
  arrival.setState({ ownFile: { phase: "refused", name, findings, problem } });
}

/** Brings the file to the world one is in, and wears it. */
export async function wearOwnFile(visit: Visit): Promise<void> {
  const { arrival, place } = visit.stores;
  const file = visit.ownFile;
  const shown = arrival.getState().ownFile;
  if (file === undefined || shown === undefined) return;
  arrival.setState({ ownFile: { ...shown, phase: "sending" } });
  try {
    const slug = place.getState().platform;
    const { sendAvatarFile } = await import("../../services/world/avatar-file.ts");
    const { url } = platformOf(visit, slug);
    const avatar = await withSession(visit, slug, (token) => sendAvatarFile(url, token, file));
    const visitor = { ...arrival.getState().visitor, avatar };
    visit.ownFile = undefined;
    visit.world.me.avatar = avatar;
    visit.link?.tell({ t: "dress", avatar });
    keep(KEPT.visitor, JSON.stringify(visitor));
    arrival.setState({ visitor, ownFile: { ...shown, phase: "ready" } });
    notice(visit, "avatar-sent", "good");
  } catch (error) {
    const problem = problemOf(error);
    arrival.setState({ ownFile: { ...shown, phase: "refused", problem } });
    notice(visit, problem.code, "warning");
  }
}
