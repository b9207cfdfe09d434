// messages.mjs URL SITES PERMANENCES FIRST_PLACE RATE SECONDS MESSAGES MAIL_PORT DUE_COMMAND EACH: people book at an even RATE a
// second, by the clock, whether earlier answers are there or not; each leaves an address. First for SECONDS, then while
// MESSAGES reminders that DUE_COMMAND makes due at once go out, then for SECONDS again. It is the mail server too. Prints
// `name=value` lines: bookings with and without the mass in milliseconds (without: the better of before and after, for the mass
// shall not profit from a neighbour who has left meanwhile), and how soon the confirmations came, in seconds. Counted are bookings
// while the host gave all their time to our processors (see stolen.mjs); `messages_all_` are of all. EACH gets a line for every
// booking: the phase, when it began in seconds, how long it took in milliseconds, whether the host was calm.
import { exec } from "node:child_process";
import { writeFileSync } from "node:fs";
import http from "node:http";
import { place } from "./places.mjs";
import { mailServer } from "./mail-server.mjs";
import { watchHost } from "./stolen.mjs";

const [url, ...rest] = process.argv.slice(2);
const [sites, permanences, first, bookingRate, seconds, messages, mailPort] = rest.slice(0, 7).map(Number);
const dueCommand = rest[7];
const agent = new http.Agent({ keepAlive: true, maxSockets: 256 });
const LONGEST_S = 1800;
const HASTE_MS = 500; // the first bookings of a phase open connections

const asked = new Map(); // address → when its booking was answered
const confirmedAfter = { warm: [], before: [], mass: [], after: [] };
const waits = { warm: [], before: [], mass: [], after: [] };
// After twenty seconds the product still got quicker for minutes, which "after" had and the mass had not.
const WARM_RATE = 40;
const WARM_MS = 90_000;
const others = {};
let phase = "warm";
let reminders = 0;
let confirmations = 0;
let lastReminder = 0;
let next = first;

const host = watchHost();
const mail = await mailServer(mailPort, (to) => {
  if (!to.startsWith("d.")) {
    reminders++;
    lastReminder = performance.now();
    return;
  }
  confirmations++;
  const since = asked.get(to);
  if (since) confirmedAfter[since.phase].push((performance.now() - since.at) / 1000);
});

function book(counts) {
  const k = next++;
  const { slot, procedure } = place(k, sites, permanences);
  const email = `d.${k}@example.org`;
  const body = JSON.stringify({
    slotId: String(slot),
    procedureId: String(procedure),
    visitor: { firstName: "Dominique", lastName: "Durand", email },
  });
  const headers = {
    "Content-Type": "application/json",
    "Content-Length": Buffer.byteLength(body),
    "Idempotency-Key": `messages-${k}`,
  };
  const begun = performance.now();
  const during = phase;
  asked.set(email, { at: begun, phase: during });
  return new Promise((resolve) => {
    const request = http.request(`${url}/api/v1/bookings`, { method: "POST", agent, headers }, (answer) => {
      answer.resume();
      answer.on("end", () => {
        if (answer.statusCode !== 201) others[answer.statusCode] = (others[answer.statusCode] ?? 0) + 1;
        if (counts) waits[during].push({ begun, took: performance.now() - begun });
        resolve();
      });
    });
    request.on("error", () => {
      others.broken = (others.broken ?? 0) + 1;
      resolve();
    });
    request.end(body);
  });
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Books until it is over, and waits for the last answers. */
async function people(over, rate = bookingRate) {
  const begun = performance.now();
  const answers = [];
  for (let n = 0; !over(performance.now() - begun); n++) {
    const wait = begun + (n * 1000) / rate - performance.now();
    if (wait > 0) await pause(wait);
    answers.push(book(performance.now() - begun > HASTE_MS));
  }
  await Promise.all(answers);
}

await people((ms) => ms > WARM_MS, WARM_RATE);
phase = "before";
await people((ms) => ms > seconds * 1000);
phase = "mass";
const due = performance.now();
const madeDue = new Promise((resolve, reject) => exec(dueCommand, (error) => (error ? reject(error) : resolve())));
await people((ms) => reminders >= messages || ms > LONGEST_S * 1000);
await madeDue;
const took = (lastReminder - due) / 1000;
phase = "after";
await people((ms) => ms > seconds * 1000);
await pause(3000); // the last confirmations
agent.destroy();

await pause(1000); // the host's last moment
host.stop();

const measured = Object.entries(waits).flatMap(([during, list]) =>
  list.map((wait) => ({ ...wait, during, calm: host.wasCalm(wait.begun, wait.begun + wait.took) })),
);
writeFileSync(
  rest[8],
  measured
    .map(({ during, begun, took, calm }) => `${during}\t${(begun / 1000).toFixed(2)}\t${took.toFixed(1)}\t${calm ? "calm" : "stolen"}\n`)
    .join(""),
);
const times = (during, calmOnly) =>
  measured.filter((wait) => wait.during === during && (wait.calm || !calmOnly)).map(({ took }) => took);

const at = (list, share) => list.sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))] ?? 0;
const line = (name, value) => console.log(`${name}=${value}`);
line("messages_places", next - first);
line("messages_sent", reminders);
line("messages_took", took.toFixed(0));
line("messages_rate", (reminders / took).toFixed(1));
line("messages_twice", mail.twice());
line("messages_others", Object.values(others).reduce((sum, count) => sum + count, 0));
line("messages_unconfirmed", next - first - confirmations);
for (const [prefix, calmOnly] of [["messages", true], ["messages_all", false]]) {
  const [before, after] = [times("before", calmOnly), times("after", calmOnly)];
  // A phase without one calm booking is not the better one.
  const quiet = before.length > 0 && (after.length === 0 || at(before, 0.99) < at(after, 0.99)) ? "before" : "after";
  for (const [name, during] of [["quiet", quiet], ["mass", "mass"]]) {
    const list = times(during, calmOnly);
    line(`${prefix}_${name}_bookings`, list.length);
    line(`${prefix}_${name}_p50`, at(list, 0.5).toFixed(1));
    line(`${prefix}_${name}_p99`, at(list, 0.99).toFixed(1));
    if (calmOnly) line(`${prefix}_${name}_confirmed_p99`, at(confirmedAfter[during], 0.99).toFixed(1));
  }
}
process.exit(0);
