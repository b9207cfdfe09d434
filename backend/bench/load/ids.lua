-- Where sql/data.sql put things: pure arithmetic on numbers that begin at 0.
local ids = {}

-- Set from wrk's arguments.
function ids.size(sites, permanences)
  ids.sites, ids.permanences = sites, permanences
  ids.sessions = sites * permanences * 25
  ids.free = ids.sessions * 2
end

local function partner(permanence)
  return (math.floor(permanence / ids.permanences) * 7 + permanence % ids.permanences) % 20
end

-- Site and procedure of the n-th permanence; choice is 0, 1 or 2.
function ids.errand(permanence, choice)
  return 1000001 + math.floor(permanence / ids.permanences), 5000001 + partner(permanence) * 3 + choice
end

-- Slot and procedure of the k-th free place: a walk in great leaps that meets each place once.
function ids.place(k)
  local j = (k * 48271) % ids.free
  local session = math.floor(j / 2)
  local _, procedure = ids.errand(session % (ids.sites * ids.permanences), k % 3)
  return 100000001 + session * 8 + 6 + j % 2, procedure
end

-- For `done`: one line that the shell reads.
function ids.report(summary, latency)
  io.write(string.format(
    "wrk requests=%d micros=%d refused=%d broken=%d p50=%d p99=%d\n",
    summary.requests, summary.duration, summary.errors.status,
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
    latency:percentile(50), latency:percentile(99)))
end

return ids
