// Sends a request to the product a few times while PostgreSQL logs every statement, and writes the pgbench script of it.
// capture.mjs KIND(search|booking) URL LOG PSQL SITES PERMANENCES FIRST_PLACE OUT
// PSQL: a command that runs SQL given as its last argument. Prints how many statements one request takes.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { parameters, pgbenchScript } from "./script.mjs";

const [kind, url, log, psql, ...rest] = process.argv.slice(2);
const [sites, permanences, firstPlace] = rest.slice(0, 3).map(Number);
const out = rest[3];
const TIMES = 8; // pgjdbc names a statement from its fifth use on; until then it looks a little different

const partnerOf = (p) => (Math.floor(p / permanences) * 7 + (p % permanences)) % 20;
const errand = (p, choice) => [1000001 + Math.floor(p / permanences), 5000001 + partnerOf(p) * 3 + choice];

const PLACE = [
  "\\set n :n + 1",
  "\\set k :first + :n * :clients + :client_id",
  "\\set j (:k * 48271) % :free",
  "\\set visit :j / 2",
  "\\set slot 100000001 + :visit * 8 + 6 + :j % 2",
  "\\set session 200000001 + :visit",
  "\\set p :visit % (:sites * :permanences)",
  "\\set choice :k % 3",
  // What the product draws at random, and must be unique: the visitor's address, its lock, the request's key,
  // and whom the messages tell of what.
  "\\set reference 10000000 + :k",
  "\\set email 1000000000 + :k",
  "\\set lock 2000000000 + :k",
  "\\set key 3000000000 + :k",
  "\\set cause 5000000000 + :k",
  "\\set recipient 6000000000 + :k",
];
const RANDOM = ["\\set p random(0, :sites * :permanences - 1)", "\\set choice random(0, 2)"];
const ERRAND = [
  "\\set permanence 3000001 + :p",
  "\\set site 1000001 + :p / :permanences",
  "\\set partner 2001 + (:p / :permanences * 7 + :p % :permanences) % 20",
  "\\set procedure 5000001 + (:partner - 2001) * 3 + :choice",
];

async function search(i) {
  const [site, procedure] = errand(i, i % 3);
  const answer = await fetch(`${url}/api/v1/slots?site=${site}&procedure=${procedure}`);
  const page = await answer.json();
  if (answer.status !== 200 || page.items.length === 0) throw new Error(`search ${answer.status}: ${JSON.stringify(page)}`);
  return { strings: {}, patterns: [], instants: {} };
}

async function booking(i) {
  const k = firstPlace + i;
  const j = Number((BigInt(k) * 48271n) % BigInt(sites * permanences * 50));
  const visit = Math.floor(j / 2);
  const [, procedure] = errand(visit % (sites * permanences), k % 3);
  const email = `d.${k}@example.org`;
  const key = `capture-${k}`;
  const answer = await fetch(`${url}/api/v1/bookings`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "Idempotency-Key": key },
    body: JSON.stringify({
      slotId: String(100000001 + visit * 8 + 6 + (j % 2)),
      procedureId: String(procedure),
      visitor: { firstName: "Dominique", lastName: "Durand", email },
    }),
  });
  const made = await answer.json();
  if (answer.status !== 201) throw new Error(`booking ${answer.status}: ${JSON.stringify(made)}`);
  return {
    strings: { [email]: "email", [key]: "key", [made.reference]: "reference" },
    patterns: [
      [/^contact:/, "lock"],
      [/^booking\/\d+\/\d+$/, "cause"],
      [/^booking\/\d+\/email$/, "recipient"],
    ],
    instants: { [Date.parse(made.start)]: "start_at", [Date.parse(made.end)]: "end_at" },
    gset: true,
  };
}

const run = (sql) => execFileSync("sh", ["-c", `${psql} "$1"`, "sh", sql], { stdio: ["ignore", "pipe", "inherit"] });

/** The product's statements after the n-th mark and before the next. */
function logged() {
  const parts = [];
  for (const line of readFileSync(log, "utf8").split("\n").filter(Boolean)) {
    const entry = JSON.parse(line);
    if (/^statement: select 'bench mark/.test(entry.message)) parts.push([]);
    const [, sql] = /^(?:execute [^:]+|statement): (.*)$/s.exec(entry.message ?? "") ?? [];
    if (sql && entry.application_name === "PostgreSQL JDBC Driver" && parts.length > 0) {
      parts.at(-1).push({ sql, values: parameters(entry.detail) });
    }
  }
  return parts;
}

run("alter system set log_statement = 'all'");
run("select pg_reload_conf()");
const known = [];
for (let i = 0; i < TIMES; i++) {
  run("select 'bench mark'");
  known.push(await (kind === "search" ? search : booking)(i));
}
run("select 'bench mark'");
run("alter system reset log_statement");
run("select pg_reload_conf()");

const parts = logged().slice(-TIMES - 1, -1);
const words = (part) => part.map((statement) => statement.sql).join("\n");
const pick = parts.findLastIndex((part, i) => i > 0 && part.length > 0 && words(part) === words(parts[i - 1]));
if (pick < 0) throw new Error("no two requests sent the same statements; something else used the database meanwhile");
const preamble = [...(kind === "search" ? RANDOM : PLACE), ...ERRAND];
const { script, constants } = pgbenchScript(preamble, parts[pick], known[pick]);
writeFileSync(`${out}.sql`, script);
writeFileSync(`${out}.constants`, constants.join("\n") + "\n");
console.log(parts[pick].length);
