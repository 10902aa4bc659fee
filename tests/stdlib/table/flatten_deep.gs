deep := {"leaf"}
for range 5000 { deep = {deep} }
print(#table.flatten(deep), table.flatten(deep)[1])                // expect: 1\tleaf
wide := {}
for i := range 1000 { append(wide, {i, {i}}) }
print(#table.flatten(wide))                     // expect: 2000
