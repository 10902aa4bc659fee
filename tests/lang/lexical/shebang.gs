#!/usr/bin/env gscript
// The first line is skipped but still counts.
print("ok")   // expect: ok
nosuch()      // expect error: undefined variable: nosuch
