// Space and TAB separate tokens and are otherwise free.
	x	:=	1	+2
    print ( x , x+1 )   // expect: 3\t4
print(#{1,2,3}..""  )   // expect: 3
