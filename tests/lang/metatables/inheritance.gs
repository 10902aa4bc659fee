Animal := {}
Animal.__index = Animal
Animal.new = func(class, name) { return setmetatable({name: name}, class) }
Animal.speak = func(self) { return self.name .. " makes " .. self:sound() }
Animal.sound = func(self) { return "nothing" }
Dog := setmetatable({}, {__index: Animal})
Dog.__index = Dog
Dog.sound = func(self) { return "woof" }
print(Animal:new("cat"):speak(), Dog:new("rex"):speak())   // expect: cat makes nothing\trex makes woof
