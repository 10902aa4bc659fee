// No function of the library runs metamethods on the tables it is given.
noisy := {__index: func() { error("read") }, __newindex: func() { error("write") }, __len: func() { error("len") }, __pairs: func() { error("pairs") }}
func make_noisy() { return setmetatable({3, 1, 2}, noisy) }
t := make_noisy()
table.insert(t, 4); table.insert(t, 1, 0); table.sort(t); table.reverse(t)
print(table.concat(t, " "), table.remove(t), table.count(t), #table.keys(t), #table.values(t))     // expect: 4 3 2 1 0\t0\t4\t4\t4
print(#table.slice(make_noisy(), 1), #table.copy(make_noisy()), table.indexOf(make_noisy(), 9), table.contains(make_noisy(), 2))   // expect: 3\t3\tnil\ttrue
print(#table.unique(make_noisy()), #table.flatten({make_noisy()}), #table.zip(make_noisy(), {1}), table.unpack(make_noisy()))      // expect: 3\t3\t1\t3\t1\t2
print(#table.move(make_noisy(), 1, 3, 1, {}), #table.merge({}, make_noisy()), #table.map(make_noisy(), tostring))  // expect: 3\t3\t3
