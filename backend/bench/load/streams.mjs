// streams.mjs URL FIRST HOUSES EACH PID SECONDS: follows the boards of that many houses from id FIRST on, EACH streams a
// house, waits until all have their first picture, then lets SECONDS pass in which nothing happens. Prints
// `streams=N` (open at the end), `streams_lost=N`, `streams_signs=N` (signs of life that came meanwhile),
// `streams_opened_s=S` and `streams_cpu=P`: processor time of process PID meanwhile, in percent of one core.
import { readFileSync } from "node:fs";
import http from "node:http";

const [url, first, houses, each, pid, seconds] = [process.argv[2], ...process.argv.slice(3).map(Number)];
const agent = new http.Agent({ keepAlive: true, maxSockets: Infinity });
const CLOCK_TICKS = 100; // sysconf(_SC_CLK_TCK) of Linux on every machine that we know
const AT_ONCE = 100;

/** Seconds of processor time that the process has used. */
function cpu() {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) / CLOCK_TICKS;
}

let open = 0;
let lost = 0;
let signs = 0;

function follow(house) {
  return new Promise((resolve, reject) => {
    const request = http.get(`${url}/api/v1/sites/${house}/board/stream`, { agent }, (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`house ${house}: ${answer.statusCode}`));
      answer.setEncoding("utf8");
      let told = false;
      answer.on("data", (text) => {
        if (text.startsWith(":")) signs++;
        if (told || !text.includes("event:snapshot") && !text.includes("event: snapshot")) return;
        told = true;
        open++;
        resolve();
      });
      answer.on("close", () => {
        open--;
        lost++;
      });
    });
    request.on("error", reject);
  });
}

const begun = performance.now();
const wanted = Array.from({ length: houses * each }, (_, i) => first + (i % houses));
while (wanted.length > 0) await Promise.all(wanted.splice(0, AT_ONCE).map(follow));
const opened = (performance.now() - begun) / 1000;

const pause = (s) => new Promise((resolve) => setTimeout(resolve, s * 1000));
await pause(10); // what the opening left behind
signs = 0;
const before = cpu();
await pause(seconds);
const used = ((cpu() - before) / seconds) * 100;
console.log(`streams=${open}\nstreams_lost=${lost}\nstreams_signs=${signs}`);
console.log(`streams_opened_s=${opened.toFixed(1)}\nstreams_cpu=${used.toFixed(1)}`);
process.exit(0);
