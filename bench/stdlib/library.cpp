// What the library's modules cost when they are called from C++: the yardstick of library.gs, task by task with the same
// texts and the same results. Built by compare.py; `library TASK COUNT` does a task COUNT times and prints what tells its
// result.
#include <openssl/evp.h>
#include <re2/re2.h>
#include <zlib.h>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace {

std::string make_text() {
  static const char* kWords[] = {"running", "the",  "quick", "brown", "fox12", "jumping",  "over", "lazy",
                                 "dogs",    "2026", "a@b.c", "x=1;",  "(end)", "sleeping", "on",   "99.5"};
  std::string text;
  unsigned seed = 1;
  for (int i = 0; i < 600000; i++) {
    seed = (seed * 1103515245u + 12345u) & 0x7fffffffu;
    text += kWords[(seed >> 16) % 16];
    text += i % 12 == 11 ? '\n' : ' ';
  }
  return text;
}

size_t find_all(const RE2& pattern, const std::string& text) {
  std::vector<std::string> found;
  re2::StringPiece rest(text), match;
  size_t at = 0;
  while (pattern.Match(text, at, text.size(), RE2::UNANCHORED, &match, 1)) {
    found.emplace_back(match.data(), match.size());
    at = size_t(match.data() - text.data()) + match.size();
  }
  return found.size();
}

std::string digest(const EVP_MD* kind, const std::string& text) {
  unsigned char bytes[EVP_MAX_MD_SIZE];
  unsigned size = 0;
  EVP_Digest(text.data(), text.size(), bytes, &size, kind, nullptr);
  std::string hex(size * 2, '0');
  for (unsigned i = 0; i < size; i++) {
    hex[2 * i] = "0123456789abcdef"[bytes[i] >> 4];
    hex[2 * i + 1] = "0123456789abcdef"[bytes[i] & 15];
  }
  return hex;
}

std::string compressed(const std::string& text) {
  z_stream stream{};
  deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = uInt(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = uInt(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string decompressed(const std::string& data, size_t size) {
  z_stream stream{};
  inflateInit2(&stream, 15 + 16);
  std::string out(size, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(data.data()));
  stream.avail_in = uInt(data.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = uInt(out.size());
  inflate(&stream, Z_FINISH);
  inflateEnd(&stream);
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string text = make_text();
  std::vector<std::string> lines;
  for (size_t at = 0; at < text.size();) {
    const size_t end = text.find('\n', at);
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  const RE2 words("\\b\\w+ing\\b"), mail("(\\w+)@(\\w+\\.\\w+)"), numbers("[0-9]+(\\.[0-9]+)?");
  const std::string packed = compressed(text);
  const std::map<std::string, std::function<size_t()>> tasks = {
      {"regexp.findAll", [&] { return find_all(words, text); }},
      {"regexp.match",
       [&] {
         size_t matching = 0;
         for (const std::string& line : lines) matching += RE2::PartialMatch(line, mail);
         return matching;
       }},
      {"regexp.replaceAll",
       [&] {
         std::string copy = text;
         RE2::GlobalReplace(&copy, numbers, "<\\0>");
         return copy.size();
       }},
      {"hash.md5", [&] { return digest(EVP_md5(), text).size(); }},
      {"hash.sha1", [&] { return digest(EVP_sha1(), text).size(); }},
      {"hash.sha256", [&] { return digest(EVP_sha256(), text).size(); }},
      {"hash.sha512", [&] { return digest(EVP_sha512(), text).size(); }},
      {"hash.crc32", [&] { return size_t(crc32(0, reinterpret_cast<const Bytef*>(text.data()), uInt(text.size()))); }},
      {"hash.lines",
       [&] {
         size_t total = 0;
         for (const std::string& line : lines) total += digest(EVP_sha256(), line).size();
         return total;
       }},
      {"compress.gzipEncode", [&] { return compressed(text).size(); }},
      {"compress.gzipDecode", [&] { return decompressed(packed, text.size()).size(); }},
  };
  const auto task = tasks.find(argc > 1 ? argv[1] : "");
  if (task == tasks.end()) return 2;
  size_t result = 0;
  for (int i = 0; i < std::atoi(argv[2]); i++) result = task->second();
  std::printf("%zu\n", result);
}
