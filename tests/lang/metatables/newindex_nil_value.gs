// Called for absent keys whatever the value.
t := setmetatable({a: 1}, {__newindex: func(t, k, v) { print("event", k, v) }})
t.a = nil
t.a = nil         // expect: event\ta\tnil
