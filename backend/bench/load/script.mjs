// Turns the statements of one request, as PostgreSQL logged them, into a pgbench script that sends the same statements with
// the same parameters: what differs from request to request becomes a variable, the rest a constant given with -D.

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What an id is, by its range (see ../sql/data.sql). */
const ID_RANGES = [
  ["partner", 2001, 2020],
  ["site", 1000001, 2000000],
  ["permanence", 3000001, 3999999],
  ["procedure", 5000001, 5999999],
  ["slot", 100000001, 199999999],
  ["session", 200000001, 299999999],
  ["id", 400000001, 4999999999], // a booking: the `returning id` of its insert
];

/** Parameters of the log's detail: `Parameters: $1 = 'a', $2 = NULL`. */
export function parameters(detail) {
  const found = [];
  for (const [, number, quoted] of (detail ?? "").matchAll(/\$(\d+) = (NULL|'(?:[^']|'')*')/g)) {
    found[Number(number)] = quoted === "NULL" ? null : quoted.slice(1, -1).replaceAll("''", "'");
  }
  return found;
}

function nameOf(value, known) {
  if (known.strings[value]) return known.strings[value];
  for (const [pattern, name] of known.patterns) if (pattern.test(value)) return name;
  if (/^\d+$/.test(value)) {
    const range = ID_RANGES.find(([, first, last]) => value >= first && value <= last);
    if (range) return range[0];
  }
  if (/^\d{4}-\d\d-\d\d /.test(value)) {
    const time = Date.parse(value.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00"));
    return known.instants[time] ?? null;
  }
  return null;
}

/** @returns {{script: string, constants: string[]}} the lines, and `name=value` for -D */
export function pgbenchScript(preamble, statements, known) {
  const constants = new Map();
  const lines = statements.map(({ sql, values }) => {
    const text = sql.replace(/\$(\d+)/g, (_, number) => {
      const value = values[Number(number)];
      if (value === null) return "null";
      if (UUID.test(value)) return "gen_random_uuid()"; // drawn anew for each row
      const name = nameOf(value, known);
      if (name) return `:${name}`;
      if (!constants.has(value)) constants.set(value, `c${constants.size + 1}`);
      return `:${constants.get(value)}`;
    });
    // Statements whose answer later ones need: the slot's times, the booking's id.
    const answers = (/^select .*start_at.* from slot /is.test(sql) && !/for update/.test(sql)) || /returning /i.test(sql);
    return `${text} ${known.gset && answers ? "\\gset" : ";"}`;
  });
  return {
    script: [...preamble, ...lines, ""].join("\n"),
    constants: [...constants].map(([value, name]) => `${name}=${value}`),
  };
}
