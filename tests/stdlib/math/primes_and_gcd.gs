func gcd(a, b) { for b != 0 { a, b = b, math.mod(a, b) }; return a }
print(gcd(1071, 462), gcd(17, 5), gcd(0, 9), gcd(2 ** 40, 6 ** 20))        // expect: 21\t1\t9\t1048576
sieve, primes := {}, {}
for i := 2; i <= 1000; i++ { if !sieve[i] { append(primes, i); for j := i * i; j <= 1000; j += i { sieve[j] = true } } }
print(#primes, primes[#primes], math.max(primes...), table.reduce(primes, func(a, v) { return a + v }, 0))         // expect: 168\t997\t997\t76127
