#include "stdlib/compress/deflate.hpp"

#include <zlib.h>

#include <algorithm>

namespace gs::stdlib {

namespace {

constexpr usize kLargestPiece = 1 << 17;

int window_bits(Container container) {
  constexpr int kWindow = 15;
  return container == Container::kRaw ? -kWindow : container == Container::kGzip ? kWindow + 16 : kWindow;
}

// Runs what the stream has left and the text through `step` (deflate or inflate) until it says Z_STREAM_END. The result: that, Z_OK if the output
// stopped it, Z_BUF_ERROR if the input ended early, or zlib's error. What the stream did not take stays in it and in the text.
template <typename Step>
int pump(z_stream& stream, std::string_view& text, const Output& output, Step step) {
  const usize piece = std::clamp<usize>((stream.avail_in + text.size()) * 4, 256, kLargestPiece);
  for (;;) {
    if (stream.avail_in == 0) {
      usize count = std::min<usize>(text.size(), 1u << 30);
      stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
      stream.avail_in = uInt(count);
      text.remove_prefix(count);
    }
    stream.next_out = reinterpret_cast<Bytef*>(output.room(piece));
    if (!stream.next_out) return Z_OK;
    stream.avail_out = uInt(piece);
    int result = step(stream, text.empty());
    usize produced = piece - stream.avail_out;
    if (produced && !output.filled(produced)) return Z_OK;
    if (result == Z_OK || (result == Z_BUF_ERROR && (produced || !text.empty()))) continue;
    return result;
  }
}

}  // namespace

bool deflate_text(std::string_view text, Container container, int level, const Output& output, std::string& error) {
  z_stream stream{};
  constexpr int kMemoryLevel = 8;
  if (deflateInit2(&stream, level, Z_DEFLATED, window_bits(container), kMemoryLevel, Z_DEFAULT_STRATEGY) != Z_OK) {
    error = "out of memory";
    return false;
  }
  int result =
      pump(stream, text, output, [](z_stream& s, bool last) { return ::deflate(&s, last ? Z_FINISH : Z_NO_FLUSH); });
  deflateEnd(&stream);
  return result == Z_STREAM_END;
}

bool inflate_text(std::string_view data, Container container, const Output& output, std::string& error) {
  z_stream stream{};
  if (inflateInit2(&stream, window_bits(container)) != Z_OK) {
    error = "out of memory";
    return false;
  }
  int result;
  do {
    result = pump(stream, data, output, [](z_stream& s, bool) { return ::inflate(&s, Z_NO_FLUSH); });
    // Gzip's members may follow each other; anything else behind one is an error.
  } while (result == Z_STREAM_END && container == Container::kGzip && (stream.avail_in || !data.empty()) &&
           inflateReset(&stream) == Z_OK);
  if (result != Z_STREAM_END && result != Z_OK) error = stream.msg ? stream.msg : "unexpected end of data";
  inflateEnd(&stream);
  return result == Z_STREAM_END;
}

usize claimed_length(std::string_view data) {
  constexpr usize kShortest = 20, kCredibleRatio = 32;
  if (data.size() < kShortest) return 0;
  usize length = 0;
  for (usize i = 4; i > 0; --i) length = length << 8 | u8(data[data.size() - 5 + i]);
  return length / kCredibleRatio <= data.size() ? length : 0;
}

bool inflate_exactly(std::string_view data, char* bytes, usize size, const std::function<bool()>& go_on) {
  z_stream stream{};
  if (data.size() >= 1u << 30 || inflateInit2(&stream, window_bits(Container::kGzip)) != Z_OK) return false;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(data.data()));
  stream.avail_in = uInt(data.size());
  int result = Z_OK;
  for (usize at = 0; result == Z_OK && at <= size && go_on();) {
    const usize piece = std::min(size - at, kLargestPiece * 8);
    stream.next_out = reinterpret_cast<Bytef*>(bytes + at);
    stream.avail_out = uInt(piece);
    result = ::inflate(&stream, Z_NO_FLUSH);
    at += piece - stream.avail_out;
  }
  const bool is_exact = result == Z_STREAM_END && stream.total_out == size && stream.avail_in == 0;
  inflateEnd(&stream);
  return is_exact;
}

}  // namespace gs::stdlib
