// Short-lived three-field vectors made by small functions.
// Argument: n (10000000). Prints a sum of dot products.

func vector(x, y, z) { return {x: x, y: y, z: z} }

func add(a, b) { return vector(a.x + b.x, a.y + b.y, a.z + b.z) }

func scale(a, k) { return vector(a.x * k, a.y * k, a.z * k) }

func dot(a, b) { return a.x * b.x + a.y * b.y + a.z * b.z }

func main(n) {
    acc, sum := vector(0.0, 0.0, 0.0), 0.0
    for i := 1; i <= n; i++ {
        v := vector(i % 10, i % 7, i % 3)
        acc = add(scale(acc, 0.5), v)
        sum += dot(acc, v)
    }
    print(string.format("%.3f", sum))
}

main(tonumber(arg[1]) || 10000000)
