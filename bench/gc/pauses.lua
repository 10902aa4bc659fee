-- The same as pauses.gs.
local buckets = {}
for i = 1, 2000 do
  local b = {}
  for j = 1, 600 do b[j] = {id = i * 1000 + j, name = "object", next = {x = j, y = i}} end
  buckets[i] = b
end

local seed = 42
local function random(n)
  seed = (seed * 1103515245 + 12345) % 2147483648
  return seed % n + 1
end

local function step(s)
  for k = 1, 100 do
    local b = buckets[random(2000)]
    b[random(600)] = {id = s, name = "object", next = {x = k, y = s}}
  end
end

local steps = tonumber(arg[1]) or 40000
local samples = {}
for s = 1, steps do
  local start = os.clock()
  step(s)
  samples[s] = os.clock() - start
end
table.sort(samples)
local function at(share) return samples[math.max(1, math.floor(#samples * share))] * 1000 end
print(string.format("%.3f %.3f %.3f %.3f", at(0.5), at(0.99), at(0.999), at(1)))
