// Pancake flipping over all permutations: small int arrays and swaps.
// Argument: n (10). Prints the checksum and the largest number of flips.

func fannkuch(n) {
    perm1, perm, count := {}, {}, {}
    for i := 1; i <= n; i++ { perm1[i] = i; perm[i] = i; count[i] = 0 }
    maxflips, checksum, r, even := 0, 0, n + 1, true
    for {
        for r > 2 { r--; count[r] = r }
        k := perm1[1]
        if k != 1 {
            for i := 2; i <= n; i++ { perm[i] = perm1[i] }
            perm[1] = k
            flips := 0
            for k != 1 {
                i, j := 1, k
                for i < j {
                    t := perm[i]
                    perm[i] = perm[j]
                    perm[j] = t
                    i++
                    j--
                }
                flips++
                k = perm[1]
            }
            if flips > maxflips { maxflips = flips }
            if even { checksum += flips } else { checksum -= flips }
        }
        even = !even
        // The next permutation rotates prefixes of growing length.
        r = 2
        for {
            if r > n { return checksum, maxflips }
            p0 := perm1[1]
            for i := 1; i < r; i++ { perm1[i] = perm1[i + 1] }
            perm1[r] = p0
            c := count[r] - 1
            count[r] = c
            if c > 0 { break }
            r++
        }
    }
}

print(string.format("%d %d", fannkuch(tonumber(arg[1]) || 10)))
