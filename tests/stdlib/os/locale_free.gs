// env: LC_ALL=de_DE.UTF-8
// env: LANG=tr_TR.UTF-8
// Texts do not depend on the environment's language.
print(os.date("!%A %B %p", 0), string.upper("i"), string.format("%.2f", 1.5), tonumber("1.5"), 2.5)        // expect: Thursday January AM\tI\t1.50\t1.5\t2.5
