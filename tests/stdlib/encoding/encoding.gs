print(encoding.hexEncode("\0AZ\xff"), encoding.hexDecode("00415AfF") == "\0AZ\xff")          // expect: 00415aff\ttrue
print(encoding.hexDecode("abc") == nil, encoding.hexDecode("zz") == nil, encoding.hexDecode(""))  // expect: true\ttrue\t
for _, s := range {"", "f", "fo", "foo", "foob", "fooba", "foobar"} {
    assert(encoding.base32Decode(encoding.base32Encode(s)) == s && encoding.base32HexDecode(encoding.base32HexEncode(s)) == s)
    io.write(encoding.base32Encode(s), ",", encoding.base32HexEncode(s), ";")
}
print()  // expect: ,;MY======,CO;MZXQ====,CPNG;MZXW6===,CPNMU;MZXW6YQ=,CPNMUOG;MZXW6YTB,CPNMUOJ1;MZXW6YTBOI======,CPNMUOJ1E8;
print(encoding.base32Decode("1") == nil, encoding.base32HexDecode("Z") == nil)               // expect: true\ttrue
io.write(encoding.iniEncode({name: "x", n: 1, sec: {a: true, b: "c"}, other: {}}))
// expect: name=x
// expect: n=1
// expect: 
// expect: [sec]
// expect: a=true
// expect: b=c
// expect: 
// expect: [other]
ini := encoding.iniDecode("; c\n# d\ntop = 1\n[ s ]\nk = v = w\nnoequals\n[t]\n")
print(ini.top, table.concat(table.keys(ini), " "))                                           // expect: 1\ttop s t
print(ini.s.k, table.count(ini.t))                                                           // expect: v = w\t0
print(encoding.xmlEscape("<a b='c' d=\"e\">&\t\n\r</a>"))   // expect: &lt;a b=&#39;c&#39; d=&#34;e&#34;&gt;&amp;&#x9;&#xA;&#xD;&lt;/a&gt;
print(encoding.xmlUnescape("&lt;&gt;&amp;&quot;&apos;&#65;&#x42;&#x1F600;&amp;lt; &x; &"))   // expect: <>&"'AB😀&lt; &x; &
text := "<é & \"q\" 'a'>\t"
print(encoding.xmlUnescape(encoding.xmlEscape(text)) == text)                                // expect: true
print(pcall(encoding.hexEncode))             // expect: false\tbad argument #1 to 'encoding.hexEncode' (string expected, got nil)
print(pcall(encoding.iniEncode, "x"))        // expect: false\tbad argument #1 to 'encoding.iniEncode' (table expected, got string)
