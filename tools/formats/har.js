// prints what a page's network did, as chrome-har writes it
const { spawn } = require("child_process"), { harFromMessages } = require("chrome-har"), http = require("http");
const [url, profile] = process.argv.slice(2), port = 9377;
const chromium = spawn("chromium", ["--headless", "--no-sandbox", "--disable-gpu", `--user-data-dir=${profile}`, `--remote-debugging-port=${port}`, "about:blank"], { stdio: "ignore" });
const get = (path) => new Promise((done, fail) => http.get({ port, path }, (r) => { let s = ""; r.on("data", (d) => s += d); r.on("end", () => done(JSON.parse(s))) }).on("error", fail));
const wait = (ms) => new Promise((r) => setTimeout(r, ms));
(async () => {
  let tabs;
  for (let i = 0; i < 100 && !tabs; i++) { await wait(300); tabs = await get("/json").catch(() => null) }
  const socket = new WebSocket(tabs.find((t) => t.type === "page").webSocketDebuggerUrl);
  await new Promise((r) => socket.onopen = r);
  const events = [], answers = {}; let id = 0, loaded;
  const load = new Promise((r) => loaded = r);
  const call = (method, params = {}) => new Promise((r) => { answers[++id] = r; socket.send(JSON.stringify({ id, method, params })) });
  socket.onmessage = (m) => { const d = JSON.parse(m.data); if (d.id) return answers[d.id](d.result); events.push(d); if (d.method === "Page.loadEventFired") loaded() };
  await call("Page.enable"); await call("Network.enable"); await call("Page.navigate", { url }); await load; await wait(1000);
  for (const e of events) if (e.method === "Network.responseReceived") { const b = await call("Network.getResponseBody", { requestId: e.params.requestId }); if (b && b.body) Object.assign(e.params.response, { body: b.body, encoding: b.base64Encoded ? "base64" : undefined }) }
  process.stdout.write(JSON.stringify(harFromMessages(events, { includeTextFromResponseBody: true })), () => { chromium.kill(); process.exit() });
})();
