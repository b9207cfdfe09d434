// How much of the processors' time the machine's host gave to others (`steal` of proc(5)), as it goes.
import { readFileSync } from "node:fs";

const EVERY_MS = 500;

/** What is stolen below this share of a moment's time is not felt. */
const CALM = 0.01;

/** Where the host says nothing (no Linux, no virtual machine) it is always calm. */
export function watchHost() {
  const moments = []; // [when it ended, share that was stolen]
  let before = ticks();
  const timer = setInterval(() => {
    const now = ticks();
    const all = now.all - before.all;
    moments.push([performance.now(), all > 0 ? (now.stolen - before.stolen) / all : 0]);
    before = now;
  }, EVERY_MS);

  /** Whether nothing was stolen between these two instants, nor in the moments around them. */
  function wasCalm(from, to) {
    for (let i = moments.length - 1; i >= 0 && moments[i][0] > from - EVERY_MS; i--) {
      if (moments[i][0] - 2 * EVERY_MS < to && moments[i][1] > CALM) return false;
    }
    return true;
  }

  return { wasCalm, stop: () => clearInterval(timer) };
}

function ticks() {
  try {
    const counts = /^cpu +(.*)$/m.exec(readFileSync("/proc/stat", "utf8"))[1].split(" ").map(Number);
    // user, nice, system, idle, iowait, irq, softirq, steal; guest time is in user already.
    return { all: counts.slice(0, 8).reduce((sum, count) => sum + count, 0), stolen: counts[7] ?? 0 };
  } catch {
    return { all: 0, stolen: 0 };
  }
}
