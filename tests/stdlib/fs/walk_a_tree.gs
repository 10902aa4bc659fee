fs.mkdirAll("root/a/b")
fs.mkdirAll("root/c")
for _, f := range {"root/1.txt", "root/a/2.txt", "root/a/b/3.txt", "root/c/4.log"} { fs.writefile(f, f) }
func walk(dir, found) {
    for _, e := range fs.readdir(dir) {
        p := path.join(dir, e.name)
        if e.isdir { walk(p, found) } else { append(found, p) }
    }
    return found
}
files := walk("root", {})
print(table.concat(files, " "))                 // expect: root/1.txt root/a/2.txt root/a/b/3.txt root/c/4.log
total := 0
for _, f := range files { total += fs.stat(f).size }
print(total, #table.filter(files, func(f) { return path.ext(f) == ".txt" }))       // expect: 48\t3
