// HTTP/1.1 messages as text (RFC 9112): heads, header fields, bodies. Pure; shared by the client (net) and the server (http).
// Strict where laxness would let two readers of one connection disagree about where a message ends.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/types.hpp"

namespace gs::stdlib {

using HeaderList = std::vector<std::pair<std::string, std::string>>;  // names in canonical form, in order of arrival

// "content-TYPE" -> "Content-Type".
std::string canonical_header_name(std::string_view name);
bool is_token(std::string_view text);         // a method or header name
bool is_header_value(std::string_view text);  // no control characters
bool equals_ignoring_case(std::string_view a, std::string_view b);
// Whether a comma-separated value has the element.
bool has_element(std::string_view list, std::string_view element);

// The values of a header, joined by ", "; `name` is canonical.
std::string header_values(const HeaderList& headers, std::string_view name);
bool has_header(const HeaderList& headers, std::string_view name);

// Header lines, each ended by CRLF. False: malformed.
bool parse_header_lines(std::string_view lines, HeaderList& out);

struct RequestHead {
  std::string method, target;
  u32 minor_version = 1;
  HeaderList headers;
};
// A head without its closing empty line. 0, or the status that refuses it.
u32 parse_request_head(std::string_view text, RequestHead& out);

struct ResponseHead {
  u32 status = 0;
  u32 minor_version = 1;
  HeaderList headers;
};
bool parse_response_head(std::string_view text, ResponseHead& out);

// "OK" for 200; "" for unknown ones.
std::string_view status_text(u32 status);

enum class BodyKind : u8 { kNone, kLength, kChunked, kUntilEnd };

struct BodyFraming {
  BodyKind kind = BodyKind::kNone;
  u64 length = 0;
};
// How long the body is by its headers; false: they contradict each other. Without any it is `otherwise`.
bool body_framing(const HeaderList& headers, BodyKind otherwise, BodyFraming& out);

// Takes a body apart as it arrives.
class BodyDecoder {
 public:
  enum class Status : u8 { kMore, kDone, kMalformed };

  explicit BodyDecoder(const BodyFraming& framing) : kind_(framing.kind), left_(framing.length) {}

  // Uses up a part of the front of `input` and appends what is body to `body`.
  Status take(std::string_view input, usize& used, std::string& body);
  // The connection ended: whether that was the end of the body.
  bool may_end() const { return kind_ == BodyKind::kUntilEnd; }

 private:
  enum class Part : u8 { kSize, kData, kDataEnd, kTrailer };
  Status take_chunked(std::string_view input, usize& used, std::string& body);
  bool read_chunk_size(std::string_view line);

  BodyKind kind_;
  Part part_ = Part::kSize;
  u64 left_;  // of the body or chunk
};

}  // namespace gs::stdlib
