Account := {}
Account.__index = Account
Account.new = func(n) { return setmetatable({balance: n}, Account) }
Account.deposit = func(self, n) { self.balance += n; return self }
acc := Account.new(10)
acc:deposit(5):deposit(1)
print(acc.balance)                         // expect: 16
print(acc.deposit(acc, 2).balance)         // expect: 18
