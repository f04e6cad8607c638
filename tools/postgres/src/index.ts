export { startPostgres, type TestPostgres } from "./server.ts";
