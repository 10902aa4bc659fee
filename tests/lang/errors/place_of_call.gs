// The place of a call is the line of its parenthesis.
x := nil
y := x(          // expect error: attempt to call a nil value
    1,
    2
)
