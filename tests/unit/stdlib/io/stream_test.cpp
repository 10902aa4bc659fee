// Streams: modes, buffering, changing direction, seeking, errors.
#include "stdlib/io/stream.hpp"

#include <gtest/gtest.h>

#include <unistd.h>
#include <cerrno>
#include <cstdio>
#include <memory>

#include "stdlib/io/system_error.hpp"

namespace gs::stdlib {
namespace {

class StreamTest : public ::testing::Test {
 protected:
  StreamTest() {
    char name[] = "/tmp/gs_stream_XXXXXX";
    ::close(::mkstemp(name));
    path_ = name;
  }
  ~StreamTest() override { std::remove(path_.c_str()); }

  std::unique_ptr<Stream> open(std::string_view mode_text) {
    OpenMode mode;
    EXPECT_TRUE(parse_open_mode(mode_text, mode));
    return std::unique_ptr<Stream>(Stream::open(path_, mode));
  }
  static std::string read_all(Stream& stream) {
    std::string text;
    while (stream.fill()) {
      text.append(stream.buffered());
      stream.consume(stream.buffered().size());
    }
    return text;
  }
  std::string contents() { return read_all(*open("r")); }

  std::string path_;
};

TEST(OpenMode, AcceptsOnlyModes) {
  OpenMode mode;
  for (const char* text : {"r", "w", "a", "r+", "w+", "a+", "rb", "r+b", "rb+"})
    EXPECT_TRUE(parse_open_mode(text, mode));
  for (const char* text : {"", "z", "rw", "r++", "rbb", "+r"}) EXPECT_FALSE(parse_open_mode(text, mode)) << text;
}

TEST_F(StreamTest, WritesAppendsAndReads) {
  EXPECT_TRUE(open("w")->write("one\n"));
  EXPECT_TRUE(open("a")->write("two\n"));
  EXPECT_EQ(contents(), "one\ntwo\n");
  std::string big(100000, 'x');
  EXPECT_TRUE(open("w")->write(big));
  EXPECT_EQ(contents(), big);
}

TEST_F(StreamTest, ChangesDirection) {
  EXPECT_TRUE(open("w")->write("abcdef"));
  auto stream = open("r+");
  ASSERT_TRUE(stream->fill());
  stream->consume(2);
  EXPECT_TRUE(stream->write("XY"));
  ASSERT_TRUE(stream->fill());
  EXPECT_EQ(stream->buffered(), "ef");
  EXPECT_EQ(contents(), "abXYef");
}

TEST_F(StreamTest, SeeksFromWhereTheReaderIs) {
  EXPECT_TRUE(open("w")->write("0123456789"));
  auto stream = open("r");
  ASSERT_TRUE(stream->fill());
  stream->consume(3);
  EXPECT_EQ(stream->seek(0, SEEK_CUR), 3);
  EXPECT_EQ(stream->seek(2, SEEK_CUR), 5);
  EXPECT_EQ(read_all(*stream), "56789");
  EXPECT_EQ(stream->seek(-1, SEEK_END), 9);
  EXPECT_EQ(stream->seek(-1, SEEK_SET), -1);
  EXPECT_EQ(stream->error(), EINVAL);
}

TEST_F(StreamTest, ReportsUseInTheWrongDirection) {
  auto reader = open("r");
  EXPECT_FALSE(reader->write("x"));
  EXPECT_EQ(reader->error(), EBADF);
  EXPECT_FALSE(open("w")->fill());
}

TEST(SystemError, ReadsAsTheLanguageSays) {
  EXPECT_EQ(system_failure("open", "/x", ENOENT), "open /x: no such file or directory");
  std::string path;
  EXPECT_FALSE(to_system_path(std::string_view("a\0b", 3), path));
}

}  // namespace
}  // namespace gs::stdlib
