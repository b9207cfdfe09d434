// searches.mjs URL COUNT: that many searches over the houses and procedures that the API itself names, 16 at a time, half
// for the nearest houses, half for the free slots of a house. Prints
// `searches=N`, `houses=N` and the mean milliseconds of each kind.
import http from "node:http";

const [url, count] = [process.argv[2], Number(process.argv[3])];
const agent = new http.Agent({ keepAlive: true, maxSockets: 16 });

const get = (path) =>
  new Promise((resolve, reject) => {
    http
      .get(`${url}/api/v1${path}`, { agent }, (answer) => {
        let text = "";
        answer.setEncoding("utf8");
        answer.on("data", (part) => (text += part));
        answer.on("end", () => (answer.statusCode === 200 ? resolve(text) : reject(new Error(`${path}: ${text}`))));
      })
      .on("error", reject);
  });

const { items: procedures } = JSON.parse(await get("/procedures"));
const houses = new Map();
for (const { id } of procedures) {
  const found = JSON.parse(await get(`/sites?near=49.0,0.2&procedure=${id}&limit=100`));
  for (const house of found.items) houses.set(house.id + " " + id, { house, procedure: id });
}
const pairs = [...houses.values()];
let done = 0;
const spent = [0, 0];
if (pairs.length > 0) {
  const client = async () => {
    while (done < count) {
      const i = done++;
      const { house, procedure } = pairs[(i * 7919) % pairs.length];
      const begun = performance.now();
      await get(
        i % 2 === 0
          ? `/sites?near=${house.latitude},${house.longitude}&procedure=${procedure}`
          : `/slots?site=${house.id}&procedure=${procedure}`,
      );
      spent[i % 2] += performance.now() - begun;
    }
  };
  await Promise.all(Array.from({ length: 16 }, client));
}
agent.destroy();
const mean = (total) => (total / Math.max(1, done / 2)).toFixed(1);
console.log(`near_ms=${mean(spent[0])}\nslots_ms=${mean(spent[1])}`);
console.log(`searches=${done}\nhouses=${new Set(pairs.map(({ house }) => house.id)).size}`);
