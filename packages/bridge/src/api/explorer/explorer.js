import { WORDS } from "/words.js";

let language = navigator.language.startsWith("ja") ? "ja" : "en";
let stream;
let names = new Map();
const word = (key) => WORDS[language][key];
const byId = (id) => document.getElementById(id);

/** Makes an element. Everything that a node says is text, never markup. */
function element(tag, { text, className, ...attributes } = {}, children = []) {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  if (className !== undefined) made.className = className;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

const short = (hex) => (hex.length > 20 ? `${hex.slice(0, 8)}…${hex.slice(-6)}` : hex);
const chainName = (id) => names.get(id) ?? id;
const timeOf = (seconds) => new Date(seconds * 1_000).toLocaleString(language);

async function ask(path) {
  const response = await fetch(path);
  return { status: response.status, body: await response.json() };
}

function table(columns, rows) {
  if (rows.length === 0) return element("p", { text: word("none") });
  const head = columns.map(([label, kind]) =>
    element("th", { text: word(label), scope: "col", className: kind ?? "" }),
  );
  const lines = rows.map((cells) =>
    element(
      "tr",
      {},
      cells.map((cell, i) => {
        const made = element("td", { className: columns[i]?.[1] ?? "" });
        made.append(typeof cell === "object" ? cell : `${cell}`);
        return made;
      }),
    ),
  );
  const body = element("tbody", {}, lines);
  return element("table", {}, [element("thead", {}, [element("tr", {}, head)]), body]);
}

const code = (hex) => element("code", { text: short(hex), title: hex });

function showLanes(lanes) {
  const rows = lanes.map((lane) => [
    chainName(lane.originChain),
    chainName(lane.destinationChain),
    lane.count,
    lane.finalCount,
    lane.attested,
    lane.delivered,
    lane.halted === undefined
      ? element("span", { text: word("running"), className: "good" })
      : element("strong", { text: `${word("halted")}: ${lane.halted.reason}`, className: "bad" }),
  ]);
  const counts = ["sent", "final", "attested", "delivered"].map((key) => [key, "number"]);
  byId("lanes").replaceChildren(table([["from"], ["to"], ...counts, ["state"]], rows));
}

function showVaults(vaults) {
  const rows = vaults.flatMap(({ chain, counterpartChain, vault, holdings }) =>
    holdings.map(({ homeToken, units }) => [
      chainName(chain),
      chainName(counterpartChain),
      code(vault),
      code(homeToken),
      units,
    ]),
  );
  const columns = [["from"], ["to"], ["vault"], ["collection"], ["units", "number"]];
  byId("vaults").replaceChildren(table(columns, rows));
}

function showNode(node, ready) {
  byId("partner").textContent = node.partner;
  byId("about").textContent = `${node.zone} · ${node.validator}`;
  byId("version").textContent = `ryugu-node ${node.version}`;
  document.title = `${node.partner} · Ryugu`;
  const rows = node.chains.map(({ id, latest, final, lag }) => [
    chainName(id),
    latest ?? "–",
    final ?? "–",
    lag ?? "–",
  ]);
  const columns = [["chain"], ["latest", "number"], ["final", "number"], ["lag", "number"]];
  byId("chains").replaceChildren(table(columns, rows));
  const sick = ready.tasks.filter(({ healthy }) => !healthy);
  byId("tasks").replaceChildren(
    ...sick.map(({ name, problem }) =>
      element("li", { text: `${name}: ${problem ?? ""}`, className: "bad" }),
    ),
  );
  say("health", ready.ready ? "ready" : "notReady", ready.ready);
}

/** Says something only when it changed, so that a screen reader does not repeat it. */
function say(id, key, good) {
  const text = `${good ? "●" : "▲"} ${word(key)}`;
  if (byId(id).textContent !== text) byId(id).textContent = text;
  byId(id).className = good ? "good" : "bad";
}

const WAY = ["sent", "final", "attested", "delivered"];

function step(name, status) {
  const reached = Math.max(WAY.indexOf(status.state), status.delivered === undefined ? 0 : 2);
  const ending = name === "delivered" && ["parked", "returned"].includes(status.state);
  const done = ending || WAY.indexOf(name) <= reached;
  const at = name === "sent" ? status.sent : name === "delivered" ? status.delivered : undefined;
  const details = at === undefined ? "" : `${timeOf(at.time)} · ${word("block")} ${at.block}`;
  const label = ending ? word(status.state) : word(name);
  const signed = `${status.signers.length} ${word("of")} ${status.quorum}`;
  return element("li", { className: ending ? "trouble" : done ? "done" : "" }, [
    `${done ? "✓" : "○"} ${label}`,
    element("small", { text: name === "attested" ? signed : details }),
  ]);
}

function transferView(status) {
  const carries = status.assets.map(({ id, amount }) => `${amount} × #${short(id)}`);
  const partners = status.signers.map((signer) => names.get(signer.toLowerCase()) ?? short(signer));
  return element("article", {}, [
    element("h3", {
      text: `${chainName(status.originChain)} → ${chainName(status.destinationChain)}`,
    }),
    element("p", {}, [element("code", { text: status.messageId })]),
    element(
      "ol",
      { className: "way" },
      WAY.map((name) => step(name, status)),
    ),
    element("p", { text: `${word("signers")}: ${partners.join(", ") || "–"}` }),
    element("p", { text: `${word("assets")}: ${carries.join(", ") || "–"}` }),
  ]);
}

function follow(messageId) {
  stream?.close();
  stream = new EventSource(`/v1/transfers/${messageId}/events`);
  stream.addEventListener("transfer", ({ data }) =>
    byId("found").replaceChildren(transferView(JSON.parse(data))),
  );
}

async function find(query) {
  stream?.close();
  const nothing = () => byId("found").replaceChildren(element("p", { text: word("notFound") }));
  if (query.length === 66) {
    const { status, body } = await ask(`/v1/transfers/${query}`);
    if (status !== 200) return nothing();
    byId("found").replaceChildren(transferView(body));
    return follow(query);
  }
  const pages = await Promise.all(
    ["sender", "recipient"].map((who) => ask(`/v1/transfers?${who}=${query}&limit=20`)),
  );
  const all = pages.flatMap(({ body }) => body.transfers ?? []);
  const unique = [...new Map(all.map((one) => [one.messageId, one])).values()];
  if (unique.length === 0) return nothing();
  byId("found").replaceChildren(
    ...unique
      .sort((a, b) => b.sent.time - a.sent.time)
      .slice(0, 20)
      .map(transferView),
  );
}

async function refresh() {
  try {
    const paths = ["/v1/zone", "/v1/node", "/v1/ready", "/v1/lanes", "/v1/vaults"];
    const [zone, node, ready, lanes, vaults] = await Promise.all(paths.map(ask));
    names = new Map([
      ...zone.body.chains.map(({ id, name }) => [id, name]),
      ...zone.body.partners.map(({ validator, name }) => [validator.toLowerCase(), name]),
    ]);
    showNode(node.body, ready.body);
    showLanes(lanes.body.lanes);
    showVaults(vaults.body.vaults ?? []);
  } catch {
    say("health", "unreachable", false);
  }
}

function setLanguage(next) {
  language = next;
  document.documentElement.lang = next;
  for (const labelled of document.querySelectorAll("[data-text]"))
    labelled.textContent = word(labelled.dataset.text);
  byId("language").textContent = word("other");
  byId("language").lang = next === "ja" ? "en" : "ja";
}

byId("language").addEventListener("click", () => {
  setLanguage(language === "ja" ? "en" : "ja");
  refresh();
  if (byId("query").value !== "") find(byId("query").value.trim());
});
byId("find").addEventListener("submit", (event) => {
  event.preventDefault();
  const query = byId("query").value.trim();
  history.replaceState(null, "", `#${query}`);
  find(query);
});

setLanguage(language);
await refresh();
if (/^#0x([0-9a-fA-F]{40}|[0-9a-fA-F]{64})$/.test(location.hash)) {
  byId("query").value = location.hash.slice(1);
  find(location.hash.slice(1));
}
setInterval(refresh, 5_000);
