// expect compile error: 3:11: label 'nosuch' not defined
for {
    break nosuch
}
