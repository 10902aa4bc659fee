// A brace at the start of a statement opens a block.
x := 1
{
    x := 2
    print(x)   // expect: 2
}
{ { print("nested") } }   // expect: nested
print(x)       // expect: 1
