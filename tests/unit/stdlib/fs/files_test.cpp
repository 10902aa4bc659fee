// File system helpers in a directory of their own.
#include "stdlib/fs/files.hpp"

#include <gtest/gtest.h>

#include <cerrno>
#include <cstdlib>

namespace gs::stdlib {
namespace {

class FilesTest : public ::testing::Test {
 protected:
  FilesTest() {
    char name[] = "/tmp/gs_files_XXXXXX";
    root_ = ::mkdtemp(name);
  }
  ~FilesTest() override { remove_all(root_); }
  std::string in(const std::string& name) { return root_ + "/" + name; }
  std::string root_;
};

TEST_F(FilesTest, MakesListsAndRemoves) {
  EXPECT_EQ(make_directories(in("a/b/c")), 0);
  EXPECT_EQ(make_directories(in("a/b/c")), 0);
  EXPECT_EQ(write_file(in("a/z.txt"), "hello", false), 0);
  EXPECT_EQ(write_file(in("a/z.txt"), "!", true), 0);
  std::vector<DirectoryEntry> entries;
  ASSERT_EQ(read_directory(in("a"), entries), 0);
  ASSERT_EQ(entries.size(), 2u);
  EXPECT_EQ(entries[0].name, "b");
  EXPECT_TRUE(entries[0].is_directory);
  EXPECT_EQ(entries[1].size, 6u);
  EXPECT_EQ(remove_file(in("a")), ENOTEMPTY);
  EXPECT_EQ(remove_all(in("a")), 0);
  EXPECT_EQ(remove_all(in("a")), 0);
  EXPECT_EQ(read_directory(in("a"), entries), ENOENT);
  EXPECT_EQ(make_directories(in("f/x")), 0);
  EXPECT_EQ(write_file(in("g"), "", false), 0);
  EXPECT_EQ(make_directories(in("g")), ENOTDIR);
}

TEST_F(FilesTest, CopiesAndSaysWhatFailed) {
  const std::string* failed = nullptr;
  std::string from = in("from"), to = in("to"), nowhere = in("no/where");
  EXPECT_EQ(copy_file(from, to, failed), ENOENT);
  EXPECT_EQ(failed, &from);
  EXPECT_EQ(write_file(from, std::string(100000, 'x'), false), 0);
  EXPECT_EQ(copy_file(from, to, failed), 0);
  EXPECT_EQ(copy_file(from, nowhere, failed), ENOENT);
  EXPECT_EQ(failed, &nowhere);
}

TEST_F(FilesTest, GlobsSorted) {
  for (const char* name : {"d2", "d1"}) {
    make_directories(in(name));
    for (const char* file : {"/b.gs", "/a.gs", "/c.txt"}) write_file(in(name) + file, "", false);
  }
  std::vector<std::string> found;
  EXPECT_TRUE(glob_paths(root_ + "/d*/*.gs", found));
  ASSERT_EQ(found.size(), 4u);
  EXPECT_EQ(found[0], in("d1/a.gs"));
  EXPECT_EQ(found[3], in("d2/b.gs"));
  EXPECT_FALSE(glob_paths("[", found));
}

TEST_F(FilesTest, NamesTemporaryFilesByPattern) {
  std::string path;
  EXPECT_EQ(make_temporary(root_, "a*.txt", path), 0);
  EXPECT_TRUE(path.starts_with(in("a")) && path.ends_with(".txt")) << path;
  EXPECT_EQ(make_temporary(root_, "x/y", path), EINVAL);
}

}  // namespace
}  // namespace gs::stdlib
