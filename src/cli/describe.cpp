// Values compared and shown by the assertions of tests.
#include "cli/assertions.hpp"

namespace gs::cli {
namespace {

constexpr int kMaxDepth = 60;
constexpr std::size_t kMaxShown = 400;

std::string hex_escape(unsigned char byte) {
  constexpr const char* kDigits = "0123456789abcdef";
  return {'\\', 'x', kDigits[byte >> 4], kDigits[byte & 15]};
}

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (char c : text) {
    if (result.size() > kMaxShown) return result + "...\"";
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') (result += '\\') += c;
    else if (c == '\n') result += "\\n";
    else if (c == '\t') result += "\\t";
    else if (byte < 0x20 || byte == 0x7f) result += hex_escape(byte);
    else result += c;
  }
  return result + "\"";
}

bool is_name(std::string_view text) {
  if (text.empty() || (text[0] >= '0' && text[0] <= '9')) return false;
  for (char c : text) {
    const bool is_part = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    if (!is_part) return false;
  }
  return true;
}

void describe_into(std::string& text, const gscript::Value& value, int depth);

void describe_table(std::string& text, const gscript::Table& table, int depth) {
  text += '{';
  std::int64_t position = 0;
  bool first = true;
  table.for_each([&](const gscript::Value& key, const gscript::Value& field) {
    if (text.size() > kMaxShown) return;
    if (!first) text += ", ";
    first = false;
    if (key.type() == gscript::Type::integer && key.as<std::int64_t>() == position + 1) {
      ++position;
    } else if (key.type() == gscript::Type::string && is_name(key.as<std::string_view>())) {
      (text += key.as<std::string_view>()) += ": ";
    } else {
      text += '[';
      describe_into(text, key, depth + 1);
      text += "]: ";
    }
    describe_into(text, field, depth + 1);
  });
  if (text.size() > kMaxShown) text += ", ...";
  text += '}';
}

void describe_into(std::string& text, const gscript::Value& value, int depth) {
  if (value.type() == gscript::Type::string) {
    text += quoted(value.as<std::string_view>());
  } else if (value.type() == gscript::Type::table) {
    if (depth > 6) text += "{...}";
    else describe_table(text, value.as<gscript::Table>(), depth);
  } else {
    text += value.to_string();
  }
}

bool equal_at(const gscript::Value& a, const gscript::Value& b, int depth) {
  if (a == b) return true;
  if (a.type() != gscript::Type::table || b.type() != gscript::Type::table || depth > kMaxDepth) return false;
  const auto left = a.as<gscript::Table>();
  const auto right = b.as<gscript::Table>();
  std::size_t left_count = 0, right_count = 0;
  bool same = true;
  left.for_each([&](const gscript::Value& key, const gscript::Value& field) {
    ++left_count;
    same = same && equal_at(field, right.get<gscript::Value>(key), depth + 1);
  });
  right.for_each([&](const gscript::Value&, const gscript::Value&) { ++right_count; });
  return same && left_count == right_count;
}

}  // namespace

std::string describe(const gscript::Value& value) {
  std::string text;
  describe_into(text, value, 0);
  return text;
}

bool deep_equal(const gscript::Value& a, const gscript::Value& b) { return equal_at(a, b, 0); }

}  // namespace gs::cli
