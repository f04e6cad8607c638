import { type LinkState, openPeopleLink } from "../../services/world/people-link.ts";
import { toldNothing } from "../../sim/body/tell.ts";
import { hearServer } from "../../sim/people/hear.ts";
import { turnBetween } from "../../sim/people/other.ts";
import type { PlatformSlug } from "../../sim/place/place.ts";
import type { ServerMessage } from "../../sim/protocol/from-server.ts";
import { line, notice } from "./notices.ts";
import { sessionAt } from "./session.ts";
import { platformOf, type Visit } from "./visit.ts";

/** Joins the people of a world, and leaves those of the one before. */
export function joinPeople(visit: Visit, slug: PlatformSlug): void {
  visit.link?.stop();
  visit.me = undefined;
  visit.world.others.clear();
  const { url } = platformOf(visit, slug);
  let wasHere = false;
  const mine = openPeopleLink({
    url,
    async hello(isSessionOld) {
      if (isSessionOld) visit.sessions.delete(slug);
      const { token } = await sessionAt(visit, slug);
      const { me } = visit.world;
      const isAway = visit.world.place === "corridor";
      const at = { x: me.x, z: me.z, heading: turnBetween(0, me.heading) };
      const isPlaced = !isAway && (wasHere || slug !== visit.stores.place.getState().platform);
      return {
        t: "hello",
        token,
        name: me.name,
        avatar: me.avatar,
        ...(isPlaced ? { at } : {}),
        ...(isAway ? { away: true } : {}),
      };
    },
    onMessage: (message) => {
      if (visit.link !== mine) return;
      if (message.t === "welcome") wasHere = true;
      hear(visit, message);
    },
    onState: (state) => {
      if (visit.link === mine || visit.link === undefined) showLink(visit, state);
    },
  });
  visit.link = mine;
}

function showLink({ stores, end }: Visit, state: LinkState) {
  const { place, arrival } = stores;
  switch (state.phase) {
    case "connecting":
    case "open":
      return place.setState({ link: state.phase, retryAt: undefined, refusal: undefined });
    case "lost":
      return place.setState({
        link: state.isClosing ? "closing" : "lost",
        retryAt: state.retryAt,
        people: 1,
      });
    case "over":
      place.setState({ link: "refused", refusal: state.reason });
      if (state.reason !== "replaced") return;
      end.abort();
      arrival.setState({ stage: "replaced" });
  }
}

function hear(visit: Visit, message: ServerMessage) {
  const { world, stores } = visit;
  if (message.t === "welcome") {
    visit.me = message.you;
    Object.assign(visit.told, toldNothing());
  }
  // In the corridor one sees nobody, and what is in the hand belongs to the bridge.
  if (world.place === "corridor") return;
  const who = "id" in message ? world.others.get(message.id ?? -1)?.name : undefined;
  hearServer(world, message, visit.me);
  stores.place.setState({ people: world.others.size + 1 });
  switch (message.t) {
    case "welcome":
      if (world.me.held !== null) visit.link?.tell({ t: "hold", token: world.me.held });
      return;
    case "joined":
      return note(visit, "joined", message.person.name);
    case "left":
      if (who !== undefined) note(visit, message.reason === "away" ? "went-away" : "left", who);
      return;
    case "said":
      return line(visit, {
        name: message.name,
        text: message.text,
        at: message.at,
        kind: message.id === undefined ? "staff" : message.id === visit.me ? "mine" : "other",
        ...(message.booth === undefined ? {} : { booth: message.booth }),
      });
    case "held":
      if (message.id === visit.me) stores.belongings.setState({ held: message.token });
      return;
    case "refused":
      return refused(visit, message.code);
    default:
      return;
  }
}

function refused(visit: Visit, code: string): void {
  if (code === "not-yours") {
    visit.world.me.held = null;
    visit.stores.belongings.setState({ held: null });
  }
  // A session that ended is renewed without a word.
  if (code !== "session-unknown" && code !== "hello-first") notice(visit, code, "warning");
}

/** A line that the world itself says: the code of its words, and whom it is about. */
function note(visit: Visit, code: string, name: string): void {
  line(visit, { name, text: code, at: Date.now(), kind: "note" });
}
