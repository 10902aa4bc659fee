// Four classes that inherit from one: polymorphic method calls at a single site.
// Argument: n (10000). Prints a total of areas and perimeters, and the hits counted.

Shape := {}
Shape.__index = Shape
Shape.scaled = func(self, k) { return self:area() * k }
Shape.hit = func(self) { self.hits++ }

func class() {
    c := setmetatable({}, Shape)
    c.__index = c
    return c
}

Circle, Square, Rect, Tri := class(), class(), class(), class()

Circle.new = func(r) { return setmetatable({r: r, hits: 0}, Circle) }
Circle.area = func(self) { return 3.0 * self.r * self.r }
Circle.perimeter = func(self) { return 6.0 * self.r }

Square.new = func(s) { return setmetatable({s: s, hits: 0}, Square) }
Square.area = func(self) { return self.s * self.s }
Square.perimeter = func(self) { return 4.0 * self.s }

Rect.new = func(w, h) { return setmetatable({w: w, h: h, hits: 0}, Rect) }
Rect.area = func(self) { return self.w * self.h }
Rect.perimeter = func(self) { return 2.0 * (self.w + self.h) }

Tri.new = func(a, h) { return setmetatable({a: a, h: h, hits: 0}, Tri) }
Tri.area = func(self) { return 0.5 * self.a * self.h }
Tri.perimeter = func(self) { return self.a + 2.0 * self.h }
Tri.hit = func(self) { self.hits += 2 }

func main(n) {
    shapes, seed := {}, 42
    for i := 1; i <= 1000; i++ {
        seed = (seed * 3877 + 29573) % 139968
        a := 1.0 + seed % 13
        switch seed % 4 {
        case 0: shapes[i] = Circle.new(a)
        case 1: shapes[i] = Square.new(a)
        case 2: shapes[i] = Rect.new(a, a + 1.5)
        default: shapes[i] = Tri.new(a, a + 0.5)
        }
    }
    total := 0.0
    for r := 1; r <= n; r++ {
        for i := 1; i <= 1000; i++ {
            s := shapes[i]
            total = total + s:scaled(0.5) + s:perimeter()
            s:hit()
        }
    }
    hits := 0
    for i := 1; i <= 1000; i++ { hits += shapes[i].hits }
    print(string.format("%.2f %d", total, hits))
}

main(tonumber(arg[1]) || 10000)
