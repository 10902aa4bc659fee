print(encoding.xmlEscape("<a href=\"x\">'&'</a>"))                 // expect: &lt;a href=&#34;x&#34;&gt;&#39;&amp;&#39;&lt;/a&gt;
print(encoding.xmlEscape("\t\n\r"), encoding.xmlEscape("") == "", encoding.xmlEscape("é日"))        // expect: &#x9;&#xA;&#xD;\ttrue\té日
print(encoding.xmlUnescape("&lt;&gt;&amp;&quot;&apos;"), encoding.xmlUnescape("&#65;&#x42;&#xe9;&#128512;"))       // expect: <>&"'\tABé😀
print(encoding.xmlUnescape("&amp;lt;"), encoding.xmlUnescape("&nope; & &; &#; &#x; &#xZ;"))        // expect: &lt;\t&nope; & &; &#; &#x; &#xZ;
for _, s := range {"&#1114112;", "&#xD800;", "&#99999999999999999999;", "&#x110000;", "&lt", "&"} { assert(type(encoding.xmlUnescape(s)) == "string", s) }
all := "<>&\"'\t\n\r plain é"
print(encoding.xmlUnescape(encoding.xmlEscape(all)) == all)        // expect: true
print(pcall(encoding.xmlUnescape))              // expect: false\tbad argument #1 to 'encoding.xmlUnescape' (string expected, got nil)
encoding.xmlEscape(1)                           // expect error: bad argument #1 to 'encoding.xmlEscape' (string expected, got number)
