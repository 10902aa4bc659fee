// URLs: escaping, parsing, building, resolving.
#include "stdlib/url/address.hpp"

#include <gtest/gtest.h>

namespace gs::stdlib {
namespace {

TEST(Url, Escapes) {
  EXPECT_EQ(query_escape("a b&\xC3\xA9-_.~"), "a+b%26%C3%A9-_.~");
  EXPECT_EQ(path_escape("/a b/c"), "/a%20b/c");
  std::string out, error;
  EXPECT_TRUE(url_unescape("a+b%26", true, out, error));
  EXPECT_EQ(out, "a b&");
  EXPECT_TRUE(url_unescape("a+b", false, out, error));
  EXPECT_EQ(out, "a+b");
  EXPECT_FALSE(url_unescape("x%zzy", true, out, error));
  EXPECT_EQ(error, "invalid URL escape \"%zz\"");
  EXPECT_FALSE(url_unescape("%4", true, out, error));
  EXPECT_EQ(error, "invalid URL escape \"%4\"");
}

TEST(Url, TakesApart) {
  Url url;
  std::string error;
  ASSERT_TRUE(parse_url("HTTP://us%20er:p%40ss@h.com:80/a%20b/c?x=1&y#frag%21", url, error)) << error;
  EXPECT_EQ(url.scheme, "http");
  EXPECT_EQ(url.user, "us er");
  EXPECT_EQ(url.password, "p@ss");
  EXPECT_EQ(url.host, "h.com");
  EXPECT_EQ(url.port, "80");
  EXPECT_EQ(url.path, "/a b/c");
  EXPECT_EQ(url.query, "x=1&y");
  EXPECT_EQ(url.fragment, "frag!");
  Url ipv6;
  ASSERT_TRUE(parse_url("http://[::1]:8080/", ipv6, error)) << error;
  EXPECT_EQ(ipv6.host, "::1");
  EXPECT_EQ(ipv6.port, "8080");
  Url mail;
  ASSERT_TRUE(parse_url("mailto:me@x.com", mail, error));
  EXPECT_EQ(mail.path, "me@x.com");
  EXPECT_FALSE(mail.has_user);
}

TEST(Url, Refuses) {
  for (const char* text : {":x", "http://h:8a/", "http://[::1/", "http://h/%zz", "a:b", "http://a b/", "x\ny"}) {
    Url url;
    std::string error;
    bool ok = parse_url(text, url, error);
    EXPECT_EQ(ok, std::string_view(text) == "a:b") << text;
  }
}

TEST(Url, BuildsWhatItParsed) {
  for (const char* text :
       {"http://u:p@h.com:80/p?x=1#f", "https://h.com", "/only/path", "http://[::1]:80/x", "mailto:a@b"}) {
    Url url;
    std::string error;
    ASSERT_TRUE(parse_url(text, url, error)) << text;
    EXPECT_EQ(build_url(url), text);
  }
}

TEST(Url, ParsesQueries) {
  QueryPairs pairs;
  std::string error;
  ASSERT_TRUE(parse_query("a=1&b=2+3&&c&a=4", pairs, error));
  ASSERT_EQ(pairs.size(), 4u);
  EXPECT_EQ(pairs[1].second, "2 3");
  EXPECT_EQ(pairs[2].first, "c");
  EXPECT_FALSE(parse_query("a=%", pairs, error));
}

// RFC 3986, 5.4.
TEST(Url, Resolves) {
  const char* cases[][2] = {{"g:h", "g:h"},
                            {"g", "http://a/b/c/g"},
                            {"./g", "http://a/b/c/g"},
                            {"g/", "http://a/b/c/g/"},
                            {"/g", "http://a/g"},
                            {"//g", "http://g"},
                            {"?y", "http://a/b/c/d;p?y"},
                            {"g?y", "http://a/b/c/g?y"},
                            {"#s", "http://a/b/c/d;p?q#s"},
                            {"", "http://a/b/c/d;p?q"},
                            {".", "http://a/b/c/"},
                            {"..", "http://a/b/"},
                            {"../g", "http://a/b/g"},
                            {"../..", "http://a/"},
                            {"../../../g", "http://a/g"},
                            {"/./g", "http://a/g"},
                            {"/../g", "http://a/g"},
                            {"g.", "http://a/b/c/g."},
                            {"./../g", "http://a/b/g"},
                            {"g/./h", "http://a/b/c/g/h"},
                            {"g/../h", "http://a/b/c/h"}};
  for (auto& [reference, expected] : cases) {
    std::string out, error;
    ASSERT_TRUE(resolve_url("http://a/b/c/d;p?q", reference, out, error)) << reference;
    EXPECT_EQ(out, expected) << reference;
  }
}

}  // namespace
}  // namespace gs::stdlib
