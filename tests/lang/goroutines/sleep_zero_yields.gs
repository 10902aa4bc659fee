go print("other")
time.sleep(0)             // expect: other
print("main")             // expect: main
