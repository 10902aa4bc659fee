// fft with other names.
// Arguments: log2 of the length (16), rounds (10). Prints a checksum of spectra and samples.

const cosine, sine, half_turn = math.cos, math.sin, math.pi

func transform(reals, imags, length, way) {
    target := 1
    for source := 1; source < length; source++ {
        if source < target {
            reals[source], reals[target] = reals[target], reals[source]
            imags[source], imags[target] = imags[target], imags[source]
        }
        bit := length >> 1
        for bit >= 1 && target > bit {
            target -= bit
            bit = bit >> 1
        }
        target += bit
    }
    span := 2
    for span <= length {
        reach := span >> 1
        angle := way * 2 * half_turn / span
        stepr, stepi := cosine(angle), sine(angle)
        for start := 1; start <= length; start += span {
            twr, twi := 1.0, 0.0
            for low := start; low < start + reach; low++ {
                high := low + reach
                pr := reals[high] * twr - imags[high] * twi
                pi := reals[high] * twi + imags[high] * twr
                reals[high] = reals[low] - pr
                imags[high] = imags[low] - pi
                reals[low] = reals[low] + pr
                imags[low] = imags[low] + pi
                turned := twr * stepr - twi * stepi
                twi = twr * stepi + twi * stepr
                twr = turned
            }
        }
        span *= 2
    }
}

func checksum(exponent, rounds) {
    length := 1 << exponent
    reals, imags, noise := {}, {}, 42
    for at := 1; at <= length; at++ {
        noise = (noise * 3877 + 29573) % 139968
        reals[at] = noise / 139968.0
        imags[at] = 0.0
    }
    result := 0.0
    for round := 1; round <= rounds; round++ {
        transform(reals, imags, length, 1)
        result = result + reals[2] + imags[3]
        transform(reals, imags, length, -1)
        for at := 1; at <= length; at++ { reals[at] = reals[at] / length; imags[at] = imags[at] / length }
    }
    for at := 1; at <= length; at++ { result += reals[at] }
    return result
}

print(string.format("%.5f", checksum(tonumber(arg[1]) || 16, tonumber(arg[2]) || 10)))
