print(json.encode("q\"b\\n\n\t\r\b\f"))          // expect: "q\\"b\\\\n\\n\\t\\r\\b\\f"
print(json.encode("<a&b>"), json.encode("\x01\x1f"), json.encode("é中"))     // expect: "\\u003ca\\u0026b\\u003e"\t"\\u0001\\u001f"\t"é中"
print(json.encode("\u2028\u2029"), json.encode("a\xffb") == "\"a\u{FFFD}b\"" || json.encode("a\xffb") == "\"a\\ufffdb\"")   // expect: "\\u2028\\u2029"\ttrue
