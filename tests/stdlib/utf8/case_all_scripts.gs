for _, c := range {{"äöü", "ÄÖÜ"}, {"αβγ", "ΑΒΓ"}, {"привет", "ПРИВЕТ"}, {"ǆ", "Ǆ"}, {"ա", "Ա"}, {"ꭰ", "Ꭰ"}, {"𐐨", "𐐀"}, {"ⓐ", "Ⓐ"}} {
    assert(utf8.upper(c[1]) == c[2] && string.upper(c[1]) == c[2] && utf8.lower(c[2]) == c[1], c[1])
}
print(utf8.upper("ﬁ"), utf8.lower("ẞ"), utf8.upper("ß"), utf8.lower("Σ"))  // expect: ﬁ\tß\tß\tσ
