// URLs as text (RFC 3986): escaping, splitting, resolving. Pure. Errors are messages for people.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/types.hpp"

namespace gs::stdlib {

// A URL with its parts decoded, except `query`.
struct Url {
  std::string scheme, user, password, host, port, path, query, fragment;
  bool has_user = false, has_password = false, has_authority = false, has_query = false;
};

using QueryPairs = std::vector<std::pair<std::string, std::string>>;

std::string query_escape(std::string_view text);
std::string path_escape(std::string_view text);
// '%XX' to bytes and, in queries, '+' to a space. False: error.
bool url_unescape(std::string_view text, bool plus_is_space, std::string& out, std::string& error);

bool parse_url(std::string_view text, Url& out, std::string& error);
std::string build_url(const Url& url);
bool parse_query(std::string_view query, QueryPairs& out, std::string& error);
// `reference` seen from `base`. False: error.
bool resolve_url(std::string_view base, std::string_view reference, std::string& out, std::string& error);

}  // namespace gs::stdlib
