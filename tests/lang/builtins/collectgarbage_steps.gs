// skip with: --gc-stress
// A cycle is worked off in steps while the program changes what the steps look at; strings that die come back.
objects := {}
weak := setmetatable({}, {__mode: "v"})
for i := 1; i <= 3000; i++ {
  objects[i] = {id: i, text: "text " .. i, [i + 0.5]: {}}
  weak[i] = {}
}
for _, mode := range {"incremental", "generational"} {
  collectgarbage(mode)
  steps := 0
  for round := 1; round <= 3; round++ {
    for !collectgarbage("step") {
      steps++
      i := steps % 3000 + 1
      objects[i] = {id: i, text: "text " .. i, [i + 0.5]: {objects[3001 - i]}}
      objects["key " .. steps] = {"text " .. i + 1}
    }
  }
  print(mode, mode == "generational" || steps > 0)
}
// expect: incremental\ttrue
// expect: generational\ttrue
bad := 0
for i := 1; i <= 3000; i++ {
  o := objects[i]
  if o.id != i || o.text != "text " .. i || type(o[i + 0.5]) != "table" { bad++ }
}
kept := 0
for _ := range weak { kept++ }
print(bad, kept < 10)   // expect: 0\ttrue
