#!/usr/bin/gscript
print("both")   // expect: both
