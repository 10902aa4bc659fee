// Parses or encodes a document: `json.gs decode|encode COUNT FILE`.
text := assert(fs.readfile(arg[3]))
document := json.decode(text)
for range tonumber(arg[2]) { if arg[1] == "decode" { document = json.decode(text) } else { json.encode(document) } }
print(#document)
