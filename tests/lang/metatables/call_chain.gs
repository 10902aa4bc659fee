// The handler of __call may itself be callable.
inner := setmetatable({name: "inner"}, {__call: func(self, outer, x) { return self.name, outer.name, x }})
outer := setmetatable({name: "outer"}, {__call: inner})
print(outer("arg"))      // expect: inner\touter\targ
bad := setmetatable({}, {__call: 5})
print(pcall(bad) == false)   // expect: true
