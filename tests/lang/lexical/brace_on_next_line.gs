// The brace of a required block may stand on a later line.
func f()
{
    return "f"
}
if f() == "f"
{
    print("if")       // expect: if
}
else

{
    print("else")
}
for i := 0; i < 1; i++
{
    print("for", i)   // expect: for\t0
}
switch f()
{
case "f":
    print("switch")   // expect: switch
}
g := func()
{
    return 1
}
print(g())            // expect: 1
