key := crypto.generateKey()
sealed := crypto.aesGcmEncrypt(key, "transfer 100")
for i := 1; i <= #sealed; i++ {
    c := sealed:sub(i, i) == "0" && "1" || "0"
    v, err := crypto.aesGcmDecrypt(key, sealed:sub(1, i - 1) .. c .. sealed:sub(i + 1))
    assert(v == nil && type(err) == "string", i)
    v, err = crypto.aesGcmDecrypt(key, sealed:sub(1, i - 1))
    assert(v == nil && type(err) == "string", i)
}
for _, s := range {"", "zz", "0", sealed .. "00", sealed .. "0"} {
    v, err := crypto.aesGcmDecrypt(key, s)
    assert(v == nil && type(err) == "string", s)
}
print(crypto.aesGcmDecrypt(crypto.generateKey(), sealed) == nil)   // expect: true
print(crypto.aesGcmDecrypt(key, sealed), crypto.aesGcmDecrypt(key, sealed:upper()))        // expect: transfer 100\ttransfer 100
