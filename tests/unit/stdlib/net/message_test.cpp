#include "stdlib/net/message.hpp"

#include <gtest/gtest.h>

namespace gs::stdlib {
namespace {

u32 status_of(std::string_view text) {
  RequestHead head;
  return parse_request_head(text, head);
}

TEST(HttpMessage, RequestHeads) {
  RequestHead head;
  ASSERT_EQ(parse_request_head("GET /a?b=c HTTP/1.1\r\nhost: x\r\nX-a: 1\r\nx-A:  2 \t", head), 0u);
  EXPECT_EQ(head.method, "GET");
  EXPECT_EQ(head.target, "/a?b=c");
  EXPECT_EQ(head.minor_version, 1u);
  EXPECT_EQ(header_values(head.headers, "X-A"), "1, 2");
  EXPECT_EQ(status_of("GET / HTTP/1.0"), 0u);
  for (const char* wrong :
       {"", "GET", "GET /", "GET / ", " / HTTP/1.1\r\nHost: x", "GET  HTTP/1.1\r\nHost: x",
        "GET /a b HTTP/1.1\r\nHost: x", "GET / HTTP/1.1", "G(T / HTTP/1.1\r\nHost: x", "GET / HTTP/1.1\r\nHost : x",
        "GET / HTTP/1.1\r\nHost: x\r\n: y", "GET / FTP/1.1\r\nHost: x"}) {
    EXPECT_EQ(status_of(wrong), 400u) << wrong;
  }
  EXPECT_EQ(status_of("GET / HTTP/3.1\r\nHost: x"), 505u);
}

TEST(HttpMessage, ResponseHeads) {
  ResponseHead head;
  ASSERT_TRUE(parse_response_head("HTTP/1.1 404 Not Found\r\nA: b", head));
  EXPECT_EQ(head.status, 404u);
  EXPECT_TRUE(parse_response_head("HTTP/1.0 200", head));
  for (const char* wrong :
       {"", "HTTP/1.1", "HTTP/1.1 ", "HTTP/1.1 20", "HTTP/1.1 2x0 OK", "HTTP/1.1 2000", "X 200 OK"}) {
    ResponseHead other;
    EXPECT_FALSE(parse_response_head(wrong, other)) << wrong;
  }
}

TEST(HttpMessage, Framing) {
  BodyFraming framing;
  EXPECT_TRUE(body_framing({}, BodyKind::kUntilEnd, framing) && framing.kind == BodyKind::kUntilEnd);
  EXPECT_TRUE(body_framing({{"Content-Length", "12"}}, BodyKind::kNone, framing) && framing.length == 12);
  EXPECT_TRUE(body_framing({{"Transfer-Encoding", "Chunked"}}, BodyKind::kNone, framing));
  EXPECT_EQ(framing.kind, BodyKind::kChunked);
  EXPECT_FALSE(body_framing({{"Transfer-Encoding", "gzip"}}, BodyKind::kNone, framing));
  EXPECT_FALSE(body_framing({{"Transfer-Encoding", "chunked"}, {"Content-Length", "1"}}, BodyKind::kNone, framing));
  for (const char* wrong : {"", "-1", "+1", "1x", "1, 1", "99999999999999999999"}) {
    EXPECT_FALSE(body_framing({{"Content-Length", wrong}}, BodyKind::kNone, framing)) << wrong;
  }
}

// Decodes `text` handed over in pieces of `size` bytes; "!" if it is malformed, "..." appended if more is needed.
std::string decoded(std::string_view text, BodyFraming framing, usize size) {
  BodyDecoder decoder(framing);
  std::string input, body;
  for (usize at = 0; at <= text.size(); at += size) {
    input += text.substr(at, size);
    usize used = 0;
    const BodyDecoder::Status status = decoder.take(input, used, body);
    input.erase(0, used);
    if (status == BodyDecoder::Status::kMalformed) return "!";
    if (status == BodyDecoder::Status::kDone) return body;
  }
  return body + "...";
}

TEST(HttpMessage, BodiesInPiecesOfAnySize) {
  const BodyFraming chunked{BodyKind::kChunked, 0};
  for (usize size = 1; size < 40; ++size) {
    EXPECT_EQ(decoded("3\r\nabc\r\nA;x=1\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n", chunked, size), "abc0123456789");
    EXPECT_EQ(decoded("3\r\nabc\r\n", chunked, size), "abc...");
    EXPECT_EQ(decoded("3\r\nabcd\r\n", chunked, size), "!");
    EXPECT_EQ(decoded("\r\nabc", chunked, size), "!");
    EXPECT_EQ(decoded("-3\r\nabc", chunked, size), "!");
    EXPECT_EQ(decoded("hello, more", {BodyKind::kLength, 5}, size), "hello");
    EXPECT_EQ(decoded("hel", {BodyKind::kLength, 5}, size), "hel...");
    EXPECT_EQ(decoded("all", {BodyKind::kUntilEnd, 0}, size), "all...");
  }
  EXPECT_EQ(decoded(std::string(5000, '1'), chunked, 1000), "!");
}

TEST(HttpMessage, Names) {
  EXPECT_EQ(canonical_header_name("x-FORWARDED-for"), "X-Forwarded-For");
  EXPECT_TRUE(has_element("Keep-Alive, CLOSE", "close"));
  EXPECT_FALSE(has_element("closed", "close"));
}

}  // namespace
}  // namespace gs::stdlib
