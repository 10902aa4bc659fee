print("héllo 中 😀", #"é", #"中", #"😀")   // expect: héllo 中 😀\t2\t3\t4
