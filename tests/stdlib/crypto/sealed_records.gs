// Values sealed with a key made from a pass phrase; a wrong one opens nothing.
func key(phrase) { return encoding.hexDecode(hash.sha256(phrase)) }
box := {}
for i := range 20 { append(box, crypto.aesGcmEncrypt(key("open sesame"), json.encode({n: i, text: string.rep("é", i)}))) }
print(#table.unique(box))                       // expect: 20
for i, sealed := range box { assert(json.decode(crypto.aesGcmDecrypt(key("open sesame"), sealed)).n == i - 1 && crypto.aesGcmDecrypt(key("open"), sealed) == nil) }
print(crypto.equal(key("a"), key("a")), crypto.equal(key("a"), key("b")))  // expect: true\tfalse
