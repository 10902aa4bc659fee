// Bytes outside the alphabet are refused wherever they stand; line ends are skipped or refused, never taken as data.
good := base64.encode("some bytes!!")
for b := range 256 {
    c := string.char(b)
    if !c:find("[%w+/=\r\n]") {
        for i := 1; i <= #good; i++ {
            v, err := base64.decode(good:sub(1, i - 1) .. c .. good:sub(i + 1))
            assert(v == nil && err:match("^illegal base64 data at input byte %d+$"), b)
        }
    }
}
v := base64.decode(good:sub(1, 4) .. "\n" .. good:sub(5))
print(v == nil || v == "some bytes!!")          // expect: true
