#include "stdlib/io/stream.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <cerrno>
#include <new>

namespace gs::stdlib {

namespace {

constexpr usize kBufferSize = 1 << 15;

}  // namespace

bool parse_open_mode(std::string_view mode, OpenMode& out) {
  if (mode.empty()) return false;
  char base = mode[0];
  bool plus = false, binary = false;
  for (char c : mode.substr(1)) {
    bool& seen = c == '+' ? plus : binary;
    if ((c != '+' && c != 'b') || seen) return false;
    seen = true;
  }
  switch (base) {
    case 'r':
      out = {.read = true, .write = plus};
      return true;
    case 'w':
      out = {.read = plus, .write = true, .create = true, .truncate = true};
      return true;
    case 'a':
      out = {.read = plus, .write = true, .append = true, .create = true};
      return true;
    default:
      return false;
  }
}

Stream* Stream::open(const std::string& path, OpenMode mode) {
  int flags = O_CLOEXEC | (mode.read && mode.write ? O_RDWR : mode.write ? O_WRONLY : O_RDONLY);
  flags |= (mode.append ? O_APPEND : 0) | (mode.create ? O_CREAT : 0) | (mode.truncate ? O_TRUNC : 0);
  int descriptor = ::open(path.c_str(), flags, 0666);
  return descriptor < 0 ? nullptr : new Stream(descriptor, mode, true);
}

bool Stream::is_terminal() const {
  return isatty(descriptor_);
}

bool Stream::start_reading() {
  if (!mode_.read) return fail(EBADF);
  if (use_ == Use::kWriting && !flush()) return false;
  use_ = Use::kReading;
  return true;
}

bool Stream::start_writing() {
  if (!mode_.write) return fail(EBADF);
  if (use_ == Use::kReading && start_ < end_) {
    // Bytes read ahead are given back: writing goes on where reading stopped.
    if (lseek(descriptor_, -off_t(end_ - start_), SEEK_CUR) < 0) return fail(errno);
  }
  if (use_ != Use::kWriting) {
    buffer_.clear();
    start_ = end_ = 0;
  }
  use_ = Use::kWriting;
  return true;
}

bool Stream::fill() {
  if (start_ < end_ && use_ == Use::kReading) return true;
  error_ = 0;
  if (!start_reading()) return false;
  buffer_.resize(kBufferSize);
  ssize_t count = ::read(descriptor_, buffer_.data(), buffer_.size());
  start_ = 0;
  end_ = count > 0 ? usize(count) : 0;
  if (count < 0) error_ = errno;
  return count > 0;
}

bool Stream::write_out(std::string_view text) {
  while (!text.empty()) {
    ssize_t count = ::write(descriptor_, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return fail(errno);
    text.remove_prefix(usize(count));
  }
  return true;
}

bool Stream::write(std::string_view text) {
  error_ = 0;
  if (!start_writing()) return false;
  if (buffer_.size() + text.size() > kBufferSize && !flush()) return false;
  if (text.size() >= kBufferSize) return write_out(text);
  buffer_.append(text);
  return true;
}

bool Stream::flush() {
  error_ = 0;
  if (use_ != Use::kWriting) return true;
  bool written = write_out(buffer_);
  buffer_.clear();
  return written;
}

i64 Stream::seek(i64 offset, int whence) {
  error_ = 0;
  if (use_ == Use::kWriting && !flush()) return -1;
  if (whence == SEEK_CUR && use_ == Use::kReading) offset -= i64(end_ - start_);
  off_t position = lseek(descriptor_, offset, whence);
  if (position < 0) {
    error_ = errno;
    return -1;
  }
  start_ = end_ = 0;
  use_ = Use::kNone;
  return position;
}

bool Stream::close() {
  if (descriptor_ < 0) return true;
  bool flushed = flush();
  int failure = error_;
  bool closed = !owned_ || ::close(descriptor_) == 0;
  if (flushed && !closed) failure = errno;
  descriptor_ = -1;
  error_ = failure;
  return flushed && closed;
}

}  // namespace gs::stdlib
