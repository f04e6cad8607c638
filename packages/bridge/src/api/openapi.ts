import type { FastifyDynamicSwaggerOptions } from "@fastify/swagger";
import { jsonSchemaTransform } from "fastify-type-provider-zod";
import type { App } from "./app.ts";
import { errorSchema } from "./schemas.ts";

/** How OpenAPI 3.1 is made of the schemas that validate. */
export function openApiOptions(version: string): FastifyDynamicSwaggerOptions {
  return {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Ryugu node",
        description:
          "What one partner's bridge node knows. Every failure is answered as JSON: code, message, details, whether to try again, and a page that explains it.",
        version,
        license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      },
      components: {
        securitySchemes: {
          token: {
            type: "http",
            scheme: "bearer",
            description: "Given by the node's operator, to a regulator or to an operator.",
          },
        },
      },
    },
    transform: jsonSchemaTransform,
  };
}

/** Every route may refuse in these ways; they are documented once, here. */
export function documentRefusals(app: App): void {
  app.addHook("onRoute", (route) => {
    const { schema } = route;
    if (schema === undefined || schema.hide === true) return;
    const asks = schema.params ?? schema.querystring ?? schema.body;
    schema.response = {
      ...(asks === undefined ? {} : { 400: errorSchema }),
      401: errorSchema.describe("It needs a token, or the token is wrong."),
      403: errorSchema.describe("The token does not reach this, or what was offered is forged."),
      429: errorSchema.describe("Too many requests; `retry-after` says when to come again."),
      500: errorSchema.describe("The node failed; its log says why."),
      ...(typeof schema.response === "object" ? schema.response : {}),
    };
  });
}
