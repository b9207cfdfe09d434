-- wrk: the free slots of a random house for a random procedure that it has. Arguments: sites, permanences, seed.
local ids = require("ids")

function init(args)
  ids.size(tonumber(args[1]), tonumber(args[2]))
  math.randomseed(tonumber(args[3]))
end

function request()
  local site, procedure = ids.errand(math.random(0, ids.sites * ids.permanences - 1), math.random(0, 2))
  return wrk.format("GET", "/api/v1/slots?site=" .. site .. "&procedure=" .. procedure)
end

function done(summary, latency) require("ids").report(summary, latency) end
