#include "stdlib/compress/deflate.hpp"

#include <zlib.h>

#include <algorithm>
#include <memory>

namespace gs::stdlib {

namespace {

constexpr usize kPiece = 1 << 16;

int window_bits(Container container) {
  constexpr int kWindow = 15;
  return container == Container::kRaw ? -kWindow : container == Container::kGzip ? kWindow + 16 : kWindow;
}

// Runs the text through `step` (deflate or inflate) until it says Z_STREAM_END. The result: that, Z_OK if the consumer
// stopped, Z_BUF_ERROR if the input ended early, or zlib's error.
template <typename Step>
int pump(z_stream& stream, std::string_view text, const PieceConsumer& consume, Step step) {
  auto buffer = std::make_unique<char[]>(kPiece);
  for (;;) {
    if (stream.avail_in == 0) {
      usize count = std::min<usize>(text.size(), 1u << 30);
      stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
      stream.avail_in = uInt(count);
      text.remove_prefix(count);
    }
    stream.next_out = reinterpret_cast<Bytef*>(buffer.get());
    stream.avail_out = kPiece;
    int result = step(stream, text.empty());
    usize produced = kPiece - stream.avail_out;
    if (produced && !consume({buffer.get(), produced})) return Z_OK;
    if (result == Z_OK || (result == Z_BUF_ERROR && (produced || !text.empty()))) continue;
    return result;
  }
}

}  // namespace

bool deflate_text(std::string_view text, Container container, int level, const PieceConsumer& consume,
                  std::string& error) {
  z_stream stream{};
  constexpr int kMemoryLevel = 8;
  if (deflateInit2(&stream, level, Z_DEFLATED, window_bits(container), kMemoryLevel, Z_DEFAULT_STRATEGY) != Z_OK) {
    error = "out of memory";
    return false;
  }
  int result =
      pump(stream, text, consume, [](z_stream& s, bool last) { return ::deflate(&s, last ? Z_FINISH : Z_NO_FLUSH); });
  deflateEnd(&stream);
  return result == Z_STREAM_END;
}

bool inflate_text(std::string_view data, Container container, const PieceConsumer& consume, std::string& error) {
  z_stream stream{};
  if (inflateInit2(&stream, window_bits(container)) != Z_OK) {
    error = "out of memory";
    return false;
  }
  int result = pump(stream, data, consume, [](z_stream& s, bool) { return ::inflate(&s, Z_NO_FLUSH); });
  if (result != Z_STREAM_END && result != Z_OK) error = stream.msg ? stream.msg : "unexpected end of data";
  inflateEnd(&stream);
  return result == Z_STREAM_END;
}

}  // namespace gs::stdlib
