// select is a keyword only at the start of a statement directly before {.
print(select("#", 1, 2))        // expect: 2
s := select
print(s(2, "a", "b"))           // expect: b
select
{
default: print("statement")     // expect: statement
}
obj := {select: func(self, x) { return x }}
print(obj:select(5), obj.select(obj, 6))   // expect: 5\t6
