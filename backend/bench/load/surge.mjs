// Many people want few places at once. surge.mjs URL CLIENTS SEATS NUMBER: every seat of ten slots is asked for twice, by CLIENTS
// connections that start together. NUMBER: which of the sessions. A 503 is counted and asked again, as Retry-After says. Prints `name=value` lines.
import http from "node:http";

const url = process.argv[2];
const [clients, seats, session] = process.argv.slice(3, 6).map(Number);
const agent = new http.Agent({ keepAlive: true, maxSockets: clients });
const counts = {};
const waits = [];
let next = 0;

function post(number) {
  const body = JSON.stringify({
    slotId: String(190000001 + (session - 1) * 10 + (number % 10)),
    procedureId: "5900001",
    visitor: { firstName: "Camille", lastName: "Petit", email: `rush.${session}.${number}@example.org` },
  });
  const headers = {
    "Content-Type": "application/json",
    "Content-Length": Buffer.byteLength(body),
    "Idempotency-Key": `surge-${session}-${number}`,
  };
  return new Promise((resolve, reject) => {
    const request = http.request(`${url}/api/v1/bookings`, { method: "POST", agent, headers }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve([answer.statusCode, Number(answer.headers["retry-after"] ?? 1)]));
    });
    request.on("error", reject);
    request.end(body);
  });
}

async function client() {
  while (next < seats * 2) {
    const number = next++;
    for (;;) {
      const begun = performance.now();
      const [status, retryAfter] = await post(number).catch(() => ["broken", 0]);
      waits.push(performance.now() - begun);
      counts[status] = (counts[status] ?? 0) + 1;
      if (status !== 503) break;
      await new Promise((resume) => setTimeout(resume, retryAfter * 1000));
    }
  }
}

const begun = performance.now();
await Promise.all(Array.from({ length: clients }, client));
const seconds = (performance.now() - begun) / 1000;
agent.destroy();
waits.sort((a, b) => a - b);
const { 201: made = 0, 409: refused = 0, 503: busy = 0, ...others } = counts;
console.log(`surge_201=${made}\nsurge_409=${refused}\nsurge_503=${busy}`);
console.log(`surge_others=${Object.values(others).reduce((sum, count) => sum + count, 0)}`);
console.log(`surge_seconds=${seconds.toFixed(2)}\nsurge_p99=${waits[Math.floor(waits.length * 0.99)].toFixed(0)}`);
