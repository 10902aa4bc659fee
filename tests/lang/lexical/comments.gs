// Comments are white space; block comments do not nest.
a := 1 // the rest of a line
b /* inside */ := /* a statement */ 2
/* /* not nested */ print(a, b)   // expect: 1\t2
print(1 /* + 1 */ + 2)            // expect: 3
// print("never")
/**/print("empty comment")        // expect: empty comment
/***/ print("stars") /* ** / */   // expect: stars
