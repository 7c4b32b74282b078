-- Sends the lines of a file as bodies, one after another from OFFSET on; from the start again when they are used up.
local bodies, at = {}, tonumber(os.getenv("OFFSET") or "0")
for line in io.lines(os.getenv("BODIES")) do bodies[#bodies + 1] = line end
local headers = { ["Content-Type"] = "application/json" }
request = function()
  at = at % #bodies + 1
  return wrk.format("POST", os.getenv("DOOR"), headers, bodies[at])
end
done = function(summary, latency)
  io.write(string.format("RESULT %d %d %.3f %.3f %d\n", summary.requests, summary.duration,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout))
end
