print(string.upper("abcÄö1"), string.lower("ABCÄÖ1"))           // expect: ABCÄÖ1\tabcäö1
print(string.upper("éñ中"), string.upper("\xff" .. "a") == "\xffA", string.lower("ΑΒΓ"))   // expect: ÉÑ中\ttrue\tαβγ
print(string.title("hello wORLD  élan"), string.title(""))      // expect: Hello WORLD  Élan\t
