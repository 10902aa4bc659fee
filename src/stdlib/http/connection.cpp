#include "stdlib/http/connection.hpp"

#include <algorithm>

#include "platform/clock.hpp"
#include "vm/heap/heap.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

constexpr usize kReadSize = 16 << 10;
constexpr usize kKeptCapacity = 64 << 10;
constexpr std::string_view kHeadEnd = "\r\n\r\n";

}  // namespace

RequestStatus Connection::refuse(u32 status) {
  refusal_ = status;
  return RequestStatus::kRefused;
}

bool Connection::account(Vm& vm, usize bytes) {
  if (!vm.heap().account(bytes)) return false;
  accounted_ += bytes;
  return true;
}

void Connection::end_request(Vm& vm) {
  vm.heap().unaccount(accounted_);
  accounted_ = 0;
  head_ = {};
  body_.clear();
  if (body_.capacity() > kKeptCapacity) body_.shrink_to_fit();
  if (input_.capacity() > kKeptCapacity) input_.shrink_to_fit();
  ++number_;
}

RequestStatus Connection::read_request(Vm& vm) {
  response_.begin(false, false, false);
  if (input_.empty()) {
    const Io waited = socket_.wait_readable(vm, platform::monotonic_seconds() + limits_.idle_timeout);
    if (waited != Io::kDone) return waited == Io::kRaised ? RequestStatus::kRaised : RequestStatus::kGone;
  }
  deadline_ = platform::monotonic_seconds() + limits_.read_timeout;
  RequestStatus status = read_head(vm);
  if (status == RequestStatus::kReady) status = read_body(vm);
  if (status != RequestStatus::kReady) return status;
  const std::string connection = header_values(head_.headers, "Connection");
  const bool is_recent = head_.minor_version >= 1;
  const bool keeps_alive = is_recent ? !has_element(connection, "close") : has_element(connection, "keep-alive");
  // Clients of version 1.0 would need to be told that the connection stays open.
  response_.begin(head_.method == "HEAD", keeps_alive && is_recent, is_recent);
  return status;
}

// kReady: more was appended to input_.
RequestStatus Connection::read_more(Vm& vm) {
  const usize size = input_.size();
  input_.resize(size + kReadSize);
  usize count = 0;
  const Io io = socket_.read(vm, input_.data() + size, kReadSize, count, deadline_);
  input_.resize(size + count);
  switch (io) {
    case Io::kDone: return RequestStatus::kReady;
    case Io::kTimedOut: return refuse(408);
    case Io::kRaised: return RequestStatus::kRaised;
    default: return RequestStatus::kGone;
  }
}

RequestStatus Connection::read_head(Vm& vm) {
  // Empty lines before a request are forgiven (RFC 9112, 2.2).
  usize searched = 0, end;
  for (;;) {
    while (input_.starts_with("\r\n")) input_.erase(0, 2);
    end = input_.find(kHeadEnd, searched);
    if (end != input_.npos || i64(input_.size()) > limits_.max_header) break;
    searched = input_.size() < kHeadEnd.size() ? 0 : input_.size() - (kHeadEnd.size() - 1);
    if (RequestStatus status = read_more(vm); status != RequestStatus::kReady) return status;
  }
  if (end == input_.npos || i64(end) > limits_.max_header) return refuse(431);
  const u32 wrong = parse_request_head(std::string_view(input_).substr(0, end), head_);
  input_.erase(0, end + kHeadEnd.size());
  return wrong ? refuse(wrong) : RequestStatus::kReady;
}

RequestStatus Connection::read_body(Vm& vm) {
  BodyFraming framing;
  if (!body_framing(head_.headers, BodyKind::kNone, framing)) return refuse(400);
  if (framing.kind == BodyKind::kNone) return RequestStatus::kReady;
  if (framing.length > u64(limits_.max_body)) return refuse(413);
  if (has_element(header_values(head_.headers, "Expect"), "100-continue") && input_.empty()) {
    const Io sent = socket_.write(vm, "HTTP/1.1 100 Continue\r\n\r\n", deadline_);
    if (sent != Io::kDone) return sent == Io::kRaised ? RequestStatus::kRaised : RequestStatus::kGone;
  }
  BodyDecoder decoder(framing);
  for (;;) {
    usize used = 0;
    const usize before = body_.size();
    const BodyDecoder::Status status = decoder.take(input_, used, body_);
    input_.erase(0, used);
    if (i64(body_.size()) > limits_.max_body) return refuse(413);
    if (status == BodyDecoder::Status::kMalformed) return refuse(400);
    if (!account(vm, body_.size() - before)) {
      vm.take_error();
      return refuse(503);
    }
    if (status == BodyDecoder::Status::kDone) return RequestStatus::kReady;
    if (RequestStatus more = read_more(vm); more != RequestStatus::kReady) return more;
  }
}

}  // namespace gs::stdlib
