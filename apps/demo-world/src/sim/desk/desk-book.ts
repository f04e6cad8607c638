import type { Desk } from "../protocol/http.ts";

/** An application as it lies on the desk. */
export type DeskApplication = Desk["applications"][number];
/** One line of the talk at the booth. */
export type DeskLine = Desk["talk"][number];

/** What happens at a desk while somebody looks at it. */
export type DeskNews =
  | { kind: "application"; application: DeskApplication }
  | { kind: "withdrawal"; id: string }
  | { kind: "talk"; line: DeskLine };

const KEPT_LINES = 200;

/** A desk after some news: what was taken back is gone. News that comes twice counts once. */
export function tellDesk(desk: Desk, news: DeskNews): Desk {
  switch (news.kind) {
    case "application": {
      const others = desk.applications.filter(({ id }) => id !== news.application.id);
      return { ...desk, applications: [...others, news.application] };
    }
    case "withdrawal": {
      const left = desk.applications.filter(({ id }) => id !== news.id);
      const isKnown = left.length < desk.applications.length;
      return { ...desk, applications: left, withdrawn: desk.withdrawn + Number(isKnown) };
    }
    case "talk":
      return { ...desk, talk: [...desk.talk, news.line].slice(-KEPT_LINES) };
  }
}
