// A buffered file descriptor for reading and writing, as file objects need it: one buffer, used for one direction at a
// time. No heap values, no VM. Errors are errno values kept in error().
//
// Reading gives pieces of the buffer, so that callers can put a line or a whole file together in memory of their own:
//   while (stream.fill()) { use(stream.buffered()); stream.consume(n); }
#pragma once

#include <string>
#include <string_view>

#include "base/types.hpp"

namespace gs::stdlib {

struct OpenMode {
  bool read = false, write = false, append = false, create = false, truncate = false;
};

// "r", "w", "a", each with optional "+" and "b". False: not a mode.
bool parse_open_mode(std::string_view mode, OpenMode& out);

class Stream {
 public:
  // Takes the descriptor over if `owned`.
  Stream(int descriptor, OpenMode mode, bool owned) : descriptor_(descriptor), mode_(mode), owned_(owned) {}
  ~Stream() { close(); }
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;

  // A new stream on the file; null with errno set if it cannot be opened.
  static Stream* open(const std::string& path, OpenMode mode);

  bool is_open() const { return descriptor_ >= 0; }
  int error() const { return error_; }
  bool is_terminal() const;

  // True if there are buffered bytes, after reading more if necessary. False: the end, or error() (EINTR: try again).
  [[nodiscard]] bool fill();
  std::string_view buffered() const { return {buffer_.data() + start_, end_ - start_}; }
  void consume(usize count) { start_ += count; }

  // False: see error().
  [[nodiscard]] bool write(std::string_view text);
  [[nodiscard]] bool flush();
  // The new position from the start, or -1: see error(). whence is SEEK_SET, SEEK_CUR or SEEK_END.
  [[nodiscard]] i64 seek(i64 offset, int whence);
  bool close();

 private:
  enum class Use : u8 { kNone, kReading, kWriting };
  bool start_reading();
  bool start_writing();
  bool write_out(std::string_view text);
  bool fail(int error) {
    error_ = error;
    return false;
  }

  int descriptor_;
  OpenMode mode_;
  bool owned_;
  Use use_ = Use::kNone;
  int error_ = 0;
  usize start_ = 0, end_ = 0;  // unread bytes of the buffer
  std::string buffer_;
};

}  // namespace gs::stdlib
