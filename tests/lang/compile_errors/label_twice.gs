// expect compile error: 3:1: label 'l' already defined
l: for range 1 { }
l: for range 1 { }
