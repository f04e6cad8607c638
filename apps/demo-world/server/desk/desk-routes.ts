import { parseShape } from "@ryugu/sdk/primitives";
import { deskSay } from "../../src/sim/protocol/http.ts";
import type { Organisation } from "../../src/sim/protocol/platform.ts";
import { cleanSaid } from "../../src/sim/text/said.ts";
import { emptyAnswer, eventAnswer, privateAnswer } from "../answer.ts";
import type { Fair } from "../fair/fair.ts";
import type { WorldRequest } from "../http/request.ts";
import type { Route } from "../http/route.ts";
import type { DeskTalk } from "./booth-talk.ts";
import type { DeskTokens } from "./desk-tokens.ts";
import { DeskRefusedError } from "./errors.ts";

/** What the desks are made of. */
export interface DeskParts {
  readonly fair: Fair;
  readonly talk: DeskTalk;
  readonly tokens: DeskTokens;
  readonly now: () => number;
}

const LIMIT = { burst: 60, perMinute: 60 };
/** Guessing a token is hopeless anyway; this keeps the guesses from costing anything. */
const EVENTS_LIMIT = { burst: 20, perMinute: 20 };

/** A company's desk: who has applied, what is asked, and answering. By the desk's own token. */
export function deskRoutes(parts: DeskParts): Route[] {
  const { fair, talk } = parts;
  return [
    {
      method: "GET",
      path: "/desk/:slug",
      limit: LIMIT,
      handle(request) {
        const { slug } = admit(parts, request);
        return privateAnswer(200, {
          applications: fair.book.ofOrganisation(slug),
          withdrawn: fair.book.withdrawnCount(slug),
          talk: talk.recent(slug),
        });
      },
    },
    {
      method: "GET",
      path: "/desk/:slug/events",
      limit: EVENTS_LIMIT,
      handle(request) {
        const { slug } = admit(parts, request);
        return eventAnswer((send) => {
          const endings = [
            fair.subscribe((organisation, news) => {
              if (organisation !== slug) return;
              if (news.kind === "application") send({ name: news.kind, data: news.application });
              else send({ name: news.kind, data: { id: news.id } });
            }),
            talk.follow((organisation, entry) => {
              if (organisation === slug) send({ name: "talk", data: entry });
            }),
          ];
          return () => {
            for (const end of endings) end();
          };
        });
      },
    },
    {
      method: "POST",
      path: "/desk/:slug/talk",
      limit: LIMIT,
      async handle(request) {
        const { slug, name } = admit(parts, request);
        const { text } = parseShape(deskSay, await request.body(), "What the staff say");
        const said = cleanSaid(text);
        if (said !== "") {
          talk.answer(slug, {
            name: `${name.en} ${name.ja}`,
            text: said,
            at: parts.now(),
            staff: true,
          });
        }
        return emptyAnswer();
      },
    },
  ];
}

function admit({ fair, tokens }: DeskParts, { params, bearer = "" }: WorldRequest): Organisation {
  const slug = params.slug ?? "";
  const isAdmitted = tokens.admits(slug, bearer);
  const organisation = fair.organisations.find((one) => one.slug === slug);
  if (isAdmitted && organisation !== undefined) return organisation;
  throw new DeskRefusedError("This desk opens with its own token.");
}
