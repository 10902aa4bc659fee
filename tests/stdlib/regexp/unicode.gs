print(regexp.find(`\p{Greek}+`, "abc αβγ def"), regexp.find(`\pL+`, "123 été 4"), regexp.find("^.{3}$", "日本語"), #regexp.findAll(".", "aé日"))   // expect: αβγ\tété\t日本語\t3
print(regexp.match("(?i)ÉTÉ", "été"), regexp.find("[а-я]+", "Привет"), regexp.replaceAll("é", "été", "e")) // expect: true\tривет\tete
v, err := pcall(regexp.find, ".", "\xff\xfe")
print(v)                                        // expect: true
