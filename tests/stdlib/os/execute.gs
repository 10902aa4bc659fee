print(os.execute("exit 0"))      // expect: true\texit\t0
print(os.execute("exit 3"))      // expect: nil\texit\t3
print(os.execute())              // expect: true
