src := `{"a":[1,2.5,"x",{"b":[]}],"c":{"d":true},"e":"\u003c"}`
print(json.encode(json.decode(src)))             // expect: {"a":[1,2.5,"x",{"b":{}}],"c":{"d":true},"e":"\\u003c"}
