print("before")       // expect: before
error("boom")         // expect error: boom
print("never")
