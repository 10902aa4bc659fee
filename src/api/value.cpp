// Handles: Value, Table, Function, and the doors the header's templates go through.
#include <stdexcept>

#include "api/state.hpp"
#include "prim/number_text.hpp"
#include "vm/heap/heap.hpp"
#include "vm/object/table.hpp"

namespace gscript {

using Internal = detail::Access::Internal;

Value::Value(const Value& other) : state_(other.state_), type_(other.type_), integer_(other.integer_) {
  if (!state_) return;
  state_->references++;
  if (state_->slots) state_->slot_references[slot_]++;
}

Value::Value(Value&& other) noexcept : state_(other.state_), type_(other.type_), integer_(other.integer_) {
  other.state_ = nullptr;
  other.type_ = Type::nil;
}

Value& Value::operator=(const Value& other) {
  if (this != &other) *this = Value(other);
  return *this;
}

Value& Value::operator=(Value&& other) noexcept {
  std::swap(state_, other.state_);
  std::swap(type_, other.type_);
  std::swap(integer_, other.integer_);
  return *this;
}

Value::~Value() {
  if (!state_) return;
  state_->drop_slot(slot_);
  state_->release();
}

std::string Value::to_string() const {
  switch (type_) {
    case Type::nil: return "nil";
    case Type::boolean: return boolean_ ? "true" : "false";
    case Type::integer: return std::to_string(integer_);
    default: break;
  }
  if (!state_) {
    char text[gs::prim::kMaxNumberText];
    return std::string(text, gs::prim::format_float(number_, text));
  }
  detail::Entry entry(state_);
  gs::vm::String* form = state_->vm->to_string_form(Internal::unwrap(*state_, *this));
  if (!form) Internal::throw_error(*state_);
  return std::string(gs::vm::view(form));
}

const char* Value::type_name() const {
  constexpr const char* kNames[] = {"nil",   "boolean",  "number",  "number",    "string",
                                    "table", "function", "channel", "coroutine", "userdata"};
  return kNames[std::size_t(type_)];
}

bool operator==(const Value& a, const Value& b) {
  if (a.is_number() && b.is_number()) {
    if (a.type_ == Type::integer && b.type_ == Type::integer) return a.integer_ == b.integer_;
    auto raw = [](const Value& v) {
      return v.type_ == Type::number ? gs::vm::Value::number(v.number_) : gs::vm::Value::number(double(v.integer_));
    };
    if (a.type_ == b.type_) return a.number_ == b.number_;
    // An int equals a float only if it is exactly that float.
    const Value& integer = a.type_ == Type::integer ? a : b;
    std::int64_t exact;
    return gs::vm::Vm::to_exact_int(raw(&integer == &a ? b : a), exact) && exact == integer.integer_;
  }
  if (a.type_ != b.type_) return false;
  if (a.type_ == Type::nil) return true;
  if (a.type_ == Type::boolean) return a.boolean_ == b.boolean_;
  if (a.state_ != b.state_ || !a.state_->slots) return false;
  return gs::vm::Vm::raw_equals(a.state_->slot(a.slot_), a.state_->slot(b.slot_));
}

// --- Table

std::size_t Table::size() const {
  detail::Entry entry(state_);
  return std::size_t(gs::vm::table_length(state_->slot(slot_).as_table()));
}

Value Table::get_value(const Value& key) const {
  detail::Entry entry(state_);
  gs::vm::Value found = state_->vm->index(state_->slot(slot_), Internal::unwrap(*state_, key));
  return Internal::wrap(*state_, Internal::raised_if(*state_, found));
}

void Table::set_value(const Value& key, const Value& value) {
  detail::Entry entry(state_);
  gs::vm::Value raw_key = Internal::unwrap(*state_, key);
  gs::vm::Value raw_value = Internal::unwrap(*state_, value);
  Internal::check(*state_, state_->vm->set_index(state_->slot(slot_), raw_key, raw_value));
}

void Table::append_value(const Value& value) {
  detail::Entry entry(state_);
  gs::vm::Value raw_value = Internal::unwrap(*state_, value);
  Internal::check(*state_, gs::vm::table_append(*state_->vm, state_->slot(slot_).as_table(), raw_value));
}

bool Table::next(std::uint64_t& cursor, Value& key, Value& value) const {
  detail::Entry entry(state_);
  gs::vm::Value raw_key, raw_value;
  if (!gs::vm::table_next(state_->slot(slot_).as_table(), cursor, raw_key, raw_value)) return false;
  key = Internal::wrap(*state_, raw_key);
  value = Internal::wrap(*state_, raw_value);
  return true;
}

// --- Doors

namespace detail {

VM& Access::vm(const Value& value) {
  if (!value.state_ || !value.state_->vm) throw std::logic_error("gscript: the VM of this value is gone");
  return *value.state_->host;
}

std::string_view Access::view(const Value& string) {
  Entry entry(string.state_);
  return gs::vm::view(string.state_->slot(string.slot_).as_string());
}

void Access::mismatch(const Value& value, const char* expected) {
  throw Error(std::string(expected) + " expected, got " + value.type_name());
}

std::size_t Access::Internal::call(State& state, gs::vm::Value callee, const gs::vm::Value* arguments,
                                   std::size_t count) {
  std::int64_t results = state.vm->call_multi(callee, {arguments, count});
  if (results < 0) throw_error(state);
  state.failed = false;
  return std::size_t(results);
}

namespace {

// Arguments as machine values: few on the native stack, which the collector scans, more in rooted memory.
class Arguments {
 public:
  Arguments(State& state, const Value* values, std::size_t count) {
    if (count > std::size(few_)) {
      many_ = std::make_unique<gs::vm::RootedValues>(*state.vm);
      Access::Internal::check(state, many_->resize(count));
      data_ = many_->data();
    }
    for (std::size_t i = 0; i < count; ++i) data_[i] = Access::Internal::unwrap(state, values[i]);
  }
  const gs::vm::Value* data() const { return data_; }

 private:
  gs::vm::Value few_[8];
  std::unique_ptr<gs::vm::RootedValues> many_;
  gs::vm::Value* data_ = few_;
};

// Results above the VM's top, which are taken for used as long as this lives.
class RawResults {
 public:
  RawResults(gs::vm::Vm& vm, std::size_t count) : vm_(vm), values_(vm.top) { vm.top += count; }
  ~RawResults() { vm_.top = values_; }
  RawResults(const RawResults&) = delete;
  RawResults& operator=(const RawResults&) = delete;
  gs::vm::Value operator[](std::size_t i) const { return values_[i]; }

 private:
  gs::vm::Vm& vm_;
  gs::vm::Value* values_;
};

}  // namespace

Value Access::call(VM& vm, const Value& callee, const Value* arguments, std::size_t count) {
  State& state = *vm.state_;
  Entry entry(&state);
  Arguments raw(state, arguments, count);
  std::size_t results = Internal::call(state, Internal::unwrap(state, callee), raw.data(), count);
  return results ? Internal::wrap(state, state.vm->top[0]) : Value();
}

std::vector<Value> Access::call_all(VM& vm, const Value& callee, const Value* arguments, std::size_t count) {
  State& state = *vm.state_;
  Entry entry(&state);
  Arguments raw(state, arguments, count);
  std::size_t results = Internal::call(state, Internal::unwrap(state, callee), raw.data(), count);
  std::vector<Value> values;
  values.reserve(results);
  RawResults raw_results(*state.vm, results);
  for (std::size_t i = 0; i < results; ++i) values.push_back(Internal::wrap(state, raw_results[i]));
  return values;
}

}  // namespace detail
}  // namespace gscript
