-- Signed events, each once, in the order in which the file has them: time, signature, body.
local events = {}
for line in io.lines(os.getenv("EVENTS")) do events[#events + 1] = line end
local sent = 0

function request()
  sent = sent % #events + 1
  local time, signature, body = events[sent]:match("^(%S+)\t(%S+)\t(.*)$")
  return wrk.format("POST", "/api/slack", { ["Content-Type"] = "application/json", ["X-Slack-Request-Timestamp"] = time, ["X-Slack-Signature"] = signature }, body)
end

function done(summary, latency)
  local wrong = summary.errors
  io.write(string.format("RESULT %d %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    wrong.status + wrong.connect + wrong.read + wrong.timeout))
end
