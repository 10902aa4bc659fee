for _, layout := range {"2006-01-02 15:04:05", "%Y-%m-%d %H:%M:%S", "%F %T", "Mon Jan _2 15:04:05 2006", "02 January 2006 03:04:05 PM", "%d %B %Y %I:%M:%S %p"} {
    for i := range 60 {
        t := time.unix(i * 123456789)
        back, err := time.parse(time.format(t, layout), layout)
        assert(back && back.unix == t.unix, layout .. " " .. tostring(err))
    }
}
print("same")                                   // expect: same
