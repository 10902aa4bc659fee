// In an inner scope var and const shadow.
var a = 1
{
    var a = 2
    const b = 3
    { const b = 4; print(a, b) }   // expect: 2\t4
}
print(a)                           // expect: 1
