-- wrk: a booking of the next free place, each by another visitor. Arguments: sites, permanences, number of the first place.
local ids = require("ids")
local k

function init(args)
  ids.size(tonumber(args[1]), tonumber(args[2]))
  k = tonumber(args[3])
  wrk.headers["Content-Type"] = "application/json"
end

function request()
  local slot, procedure = ids.place(k)
  wrk.headers["Idempotency-Key"] = "bench-" .. k
  k = k + 1
  return wrk.format("POST", "/api/v1/bookings", nil, string.format(
    '{"slotId":"%d","procedureId":"%d","visitor":{"firstName":"Dominique","lastName":"Durand","email":"d.%d@example.org"}}',
    slot, procedure, k))
end

function done(summary, latency) require("ids").report(summary, latency) end
