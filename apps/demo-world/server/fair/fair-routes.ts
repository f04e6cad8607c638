import { parseShape } from "@ryugu/sdk/primitives";
import { applicationRequest, withdrawalRequest } from "../../src/sim/protocol/http.ts";
import { emptyAnswer, jsonAnswer, privateAnswer } from "../answer.ts";
import { RequestRefusedError } from "../errors.ts";
import { signedIn } from "../http/request.ts";
import type { Route } from "../http/route.ts";
import { ApplicationRefusedError, ApplicationUnknownError } from "./errors.ts";
import type { Fair } from "./fair.ts";
import { linkedData } from "./linked-data.ts";

const LIMIT = { burst: 12, perMinute: 12 };
const NOT_FOUND = 404;

/** What people do at the fair, and what the companies publish there. */
export function fairRoutes(fair: Fair): Route[] {
  return [
    {
      method: "POST",
      path: "/applications",
      limit: LIMIT,
      handle: signedIn(async (request, { address }) => {
        const asked = parseShape(applicationRequest, await request.body(), "The application");
        return answered(() =>
          privateAnswer(201, { id: fair.apply(asked.application, asked.signature, address) }),
        );
      }),
    },
    {
      method: "GET",
      path: "/applications",
      handle: signedIn((_, { address }) =>
        privateAnswer(200, {
          applications: fair.book
            .ofApplicant(address)
            .map(({ id, application: { organisation, job }, receivedAt }) => ({
              id,
              organisation,
              job,
              receivedAt,
              withdrawnAt: null,
            })),
        }),
      ),
    },
    {
      method: "POST",
      path: "/applications/:id/withdrawal",
      limit: LIMIT,
      handle: signedIn(async (request, { address }) => {
        const asked = parseShape(withdrawalRequest, await request.body(), "The withdrawal");
        if (asked.withdrawal.application !== request.params.id) {
          throw new ApplicationUnknownError("The address names another application.");
        }
        return answered(() => {
          fair.withdraw(asked.withdrawal, asked.signature, address);
          return emptyAnswer();
        });
      }),
    },
    {
      method: "GET",
      path: "/fair/:file",
      handle({ params }) {
        const company = fair.organisations.find(({ slug }) => `${slug}.jsonld` === params.file);
        if (company === undefined) {
          throw new RequestRefusedError(NOT_FOUND, "No company of this fair is called so.");
        }
        const answer = jsonAnswer(200, linkedData(company));
        const headers = { ...answer.headers, "content-type": "application/ld+json; charset=utf-8" };
        return { ...answer, headers };
      },
    },
  ];
}

/** Says the reason too: the client has words for each. */
function answered<T>(work: () => T) {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ApplicationRefusedError)) throw error;
    return jsonAnswer(error.status, { error: { ...error.toJSON(), reason: error.reason } });
  }
}
