ch := time.after(0.01)
print(type(ch), type(<-ch))       // expect: channel\ttable
