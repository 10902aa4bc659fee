print(base64.urlEncode("\xfb\xff"), base64.urlEncode("f"), base64.urlEncode("") == "", base64.urlDecode("-_8") == "\xfb\xff", base64.urlDecode("Zg"))      // expect: -_8\tZg\ttrue\ttrue\tf
print(base64.urlDecode("+/8"))                  // expect: nil\tillegal base64 data at input byte 0
print(base64.urlDecode("Zg==") == nil, base64.urlDecode("Z") == nil)       // expect: true\ttrue
big := string.rep("\x00\xff\x7f", 100000)
print(base64.urlDecode(base64.urlEncode(big)) == big)              // expect: true
print(pcall(base64.urlEncode))                  // expect: false\tbad argument #1 to 'base64.urlEncode' (string expected, got nil)
base64.urlDecode({})                            // expect error: bad argument #1 to 'base64.urlDecode' (string expected, got table)
