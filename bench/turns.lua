-- Every known person in turn says "reset"; in the next round every one says "cancel"; and so on.
local people = tonumber(os.getenv("PEOPLE"))
local apart = tonumber(os.getenv("APART"))  -- how far apart their conversations lie among the stored ones
local mark = os.getenv("MARK")
local said = 0
local activity = '{"type":"message","id":"%s-%d","serviceUrl":"http://127.0.0.1:5990/","channelId":"msteams","locale":"en-US","textFormat":"plain","text":"%s",'
  .. '"from":{"id":"29:%d","name":"Somebody","aadObjectId":"00000000-0000-4000-8000-%012d"},"recipient":{"id":"28:bot","name":"ResetBot"},'
  .. '"conversation":{"id":"a:%d","conversationType":"personal","tenantId":"00000000-0000-0000-0000-000000000001"},'
  .. '"channelData":{"tenant":{"id":"00000000-0000-0000-0000-000000000001"}}}'

function request()
  local person, round = said % people, math.floor(said / people)
  said = said + 1
  local text = round % 2 == 0 and "reset" or "cancel"
  return wrk.format("POST", "/api/messages", { ["Content-Type"] = "application/json" },
    activity:format(mark, said, text, person, person, person * apart))
end

function done(summary, latency)
  local wrong = summary.errors
  io.write(string.format("RESULT %d %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    wrong.status + wrong.connect + wrong.read + wrong.timeout))
end
