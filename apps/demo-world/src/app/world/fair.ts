import type { Application } from "../../sim/protocol/http.ts";
import type { OwnApplication } from "../../stores/world/fair-store.ts";
import { problemOf } from "./problem-code.ts";
import { withSession } from "./session.ts";
import { heavy, inside, platformOf, type Visit } from "./visit.ts";

const MILLISECONDS = 1_000;

/** What one can do at the fair. */
export function fairActions(visit: Visit) {
  const { fair, place } = visit.stores;
  const slug = () => place.getState().platform;
  const fail = (error: unknown) =>
    fair.setState({ busy: undefined, problem: problemOf(error).code });

  return {
    setAnswer: (field: string, value: string) =>
      fair.setState(({ answers }) => ({ answers: { ...answers, [field]: value } })),
    readApplications() {
      fair.setState({ problem: undefined });
      void readApplications(visit).catch(() => undefined);
    },
    async apply(chosen: Pick<Application, "organisation" | "job" | "fields">): Promise<boolean> {
      if (fair.getState().busy !== undefined) return false;
      fair.setState({ busy: "applying", problem: undefined });
      try {
        const { apply } = await heavy();
        const { account } = inside(visit);
        const id = await withSession(visit, slug(), (token) =>
          apply(platformOf(visit, slug()), token, account, chosen),
        );
        const { organisation, job } = chosen;
        const receivedAt = Math.floor(Date.now() / MILLISECONDS);
        remember(visit, { id, organisation, job, receivedAt, withdrawnAt: null });
        fair.setState({ busy: undefined });
        return true;
      } catch (error) {
        fail(error);
        return false;
      }
    },
    async withdraw(id: string) {
      if (fair.getState().busy !== undefined) return;
      fair.setState({ busy: "withdrawing", problem: undefined });
      try {
        const { withdraw } = await heavy();
        const { account } = inside(visit);
        await withSession(visit, slug(), (token) =>
          withdraw(platformOf(visit, slug()), token, account, id),
        );
        const withdrawnAt = Math.floor(Date.now() / MILLISECONDS);
        fair.setState(({ applications = [] }) => ({
          busy: undefined,
          applications: applications.map((one) => (one.id === id ? { ...one, withdrawnAt } : one)),
        }));
      } catch (error) {
        fail(error);
      }
    },
  };
}

/** The fair's own list, and what was taken back while the page was open: the fair keeps nothing of that. */
async function readApplications(visit: Visit): Promise<void> {
  const slug = visit.stores.place.getState().platform;
  const { readOwnApplications } = await heavy();
  const known = await withSession(visit, slug, (token) =>
    readOwnApplications(platformOf(visit, slug), token),
  );
  visit.stores.fair.setState(({ applications = [] }) => ({
    applications: [
      ...applications.filter(
        ({ id, withdrawnAt }) => withdrawnAt !== null && !known.some((one) => one.id === id),
      ),
      ...known,
    ],
  }));
}

function remember({ stores }: Visit, application: OwnApplication): void {
  stores.fair.setState(({ applications = [] }) => ({
    applications: [...applications, application],
  }));
}
