// The templates behind gscript.hpp: conversions, bound functions, bound classes. Included by it; hosts need nothing here but the
// Convert specialisations at the end, as models for their own.
#pragma once

namespace gscript {
namespace detail {

// Doors to the implementation. All throw Error when a script error comes back.
struct GSCRIPT_API Access {
  static VM& vm(const Value& value);  // of a value that is no scalar
  static std::string_view view(const Value& string);
  static Value call(VM& vm, const Value& callee, const Value* arguments, std::size_t count);  // first result
  static std::vector<Value> call_all(VM& vm, const Value& callee, const Value* arguments, std::size_t count);
  static void* object(const Value& value, const void* key);         // null: not an object of that class
  static Value make_object(VM& vm, const void* key, void* object);  // owned by the script from then on
  [[noreturn]] static void mismatch(const Value& value, const char* expected);

  static bool boolean(const Value& value) { return value.boolean_; }
  static std::int64_t integer(const Value& value) { return value.integer_; }
  static double number(const Value& value) { return value.number_; }

  struct Internal;  // src/api
};

// One call of a bound function, as the function's wrapper sees it.
class GSCRIPT_API Call {
 public:
  VM& vm() const;
  std::size_t size() const;
  Value argument(std::size_t index) const;  // nil beyond the last
  void result(const Value& value);          // adds one
  // Raises "bad argument #N to 'NAME' (EXPECTED expected, got TYPE)".
  [[noreturn]] void bad_argument(std::size_t index, const char* expected) const;

 private:
  friend struct Access;
  struct Frame;
  explicit Call(Frame& frame) : frame_(frame) {}
  Frame& frame_;
};

// A bound function. Owned by its script function, destroyed with it.
class GSCRIPT_API Callable {
 public:
  virtual ~Callable() = default;
  virtual void invoke(Call& call) = 0;
};

template <typename T>
inline char type_key = 0;  // its address names the class

template <typename T>
concept Converted = requires { Convert<T>::kName; };

template <typename T>
using Plain = std::remove_cvref_t<T>;

// --- C++ values to script values

template <typename F>
concept Bindable =
    requires { &F::operator(); } || (std::is_pointer_v<F> && std::is_function_v<std::remove_pointer_t<F>>);

template <typename T>
Value make_object(VM& vm, std::unique_ptr<T> object) {
  if (!object) return {};
  Value made = Access::make_object(vm, &type_key<T>, object.get());
  object.release();
  return made;
}

template <typename T>
struct IsUnique : std::false_type {};
template <typename T>
struct IsUnique<std::unique_ptr<T>> : std::true_type {};

template <typename V>
Value make_value(VM& vm, V&& value) {
  using T = std::decay_t<V>;
  if constexpr (std::derived_from<T, Value>) {
    return std::forward<V>(value);
  } else if constexpr (Converted<T>) {
    return Convert<T>::make(vm, value);
  } else if constexpr (std::is_convertible_v<T, const char*>) {
    return vm.string(static_cast<const char*>(value));
  } else if constexpr (IsUnique<T>::value) {
    return make_object(vm, std::forward<V>(value));
  } else if constexpr (Bindable<T>) {
    return vm.function(T(std::forward<V>(value)));
  } else {
    static_assert(std::is_class_v<T>, "this type does not cross: specialise gscript::Convert or bind its class");
    return make_object(vm, std::make_unique<T>(std::forward<V>(value)));
  }
}

// --- Script values to C++ values

template <typename T>
T* object_of(const Value& value) {
  static_assert(std::is_class_v<T>, "this type does not cross: specialise gscript::Convert or bind its class");
  return static_cast<T*>(Access::object(value, &type_key<std::remove_const_t<T>>));
}

template <typename T>
bool read_value(const Value& value, T& out) {
  if constexpr (Converted<T>) {
    return Convert<T>::read(value, out);
  } else if constexpr (std::is_pointer_v<T>) {  // an object, or nil
    out = object_of<std::remove_pointer_t<T>>(value);
    return out || value.is_nil();
  } else {
    T* object = object_of<T>(value);
    if (object) out = *object;
    return object;
  }
}

template <typename T>
constexpr const char* expected_name() {
  if constexpr (Converted<T>) {
    return Convert<T>::kName;
  } else {
    return "object of a bound class";
  }
}

// --- Parameters of bound functions: each reads its argument when the call begins and hands it over when the function runs.

template <typename A>
struct Parameter {
  static constexpr bool kTakesArgument = true;
  using T = Plain<A>;
  Parameter(Call& call, std::size_t index) : source(call.argument(index)) {
    if (!read_value(source, value)) call.bad_argument(index, expected_name<T>());
  }
  A get() { return static_cast<A>(value); }
  Value source;  // keeps alive what `value` may point into
  T value{};
};

// Objects of bound classes are passed by reference.
template <typename A>
  requires(!Converted<Plain<A>> && std::is_class_v<Plain<A>>)
struct Parameter<A> {
  static constexpr bool kTakesArgument = true;
  using T = Plain<A>;
  Parameter(Call& call, std::size_t index) : source(call.argument(index)), object(object_of<T>(source)) {
    if (!object) call.bad_argument(index, expected_name<T>());
  }
  A get() { return static_cast<A>(*object); }
  Value source;
  T* object;
};

template <>
struct Parameter<VM&> {
  static constexpr bool kTakesArgument = false;
  Parameter(Call& call, std::size_t) : vm(&call.vm()) {}
  VM& get() { return *vm; }
  VM* vm;
};

// Rest, by value or reference: all arguments from here on.
template <typename A>
  requires std::same_as<Plain<A>, Rest>
struct Parameter<A> {
  static constexpr bool kTakesArgument = true;
  Parameter(Call& call, std::size_t index) {
    for (; index < call.size(); ++index) values.push_back(call.argument(index));
  }
  A get() { return static_cast<A>(values); }
  Rest values;
};

// --- Results: one, or those of a tuple or pair

template <typename T>
struct Results {
  template <typename V>
  static void give(Call& call, V&& value) {
    call.result(make_value(call.vm(), std::forward<V>(value)));
  }
};
template <typename T>
  requires requires { std::tuple_size<T>::value; }
struct Results<T> {
  template <typename V>
  static void give(Call& call, V&& values) {
    std::apply(
        [&](auto&&... value) { (call.result(make_value(call.vm(), std::forward<decltype(value)>(value))), ...); },
        std::forward<V>(values));
  }
};

template <typename F, typename R, typename... A>
class Bound final : public Callable {
 public:
  explicit Bound(F function) : function_(std::move(function)) {}
  void invoke(Call& call) override { apply(call, std::index_sequence_for<A...>{}); }

 private:
  static constexpr std::size_t argument_index(std::size_t parameter) {
    constexpr bool kTakes[] = {Parameter<A>::kTakesArgument..., false};
    std::size_t index = 0;
    for (std::size_t i = 0; i < parameter; ++i) index += kTakes[i];
    return index;
  }
  template <std::size_t... I>
  void apply(Call& call, std::index_sequence<I...>) {
    [[maybe_unused]] std::tuple<Parameter<A>...> parameters{Parameter<A>(call, argument_index(I))...};
    if constexpr (std::is_void_v<R>) {
      std::invoke(function_, std::get<I>(parameters).get()...);
    } else {
      Results<Plain<R>>::give(call, std::invoke(function_, std::get<I>(parameters).get()...));
    }
  }
  F function_;
};

// What a callable takes and gives, read off its type. `Receiver` is put before the parameters of a member function.
template <typename R, typename... A>
struct SignatureOf {
  template <typename... Receiver, typename F>
  static std::unique_ptr<Callable> bind(F function) {
    return std::make_unique<Bound<F, R, Receiver..., A...>>(std::move(function));
  }
};
template <typename F>
struct Signature : Signature<decltype(&F::operator())> {};
template <typename R, typename... A>
struct Signature<R (*)(A...)> : SignatureOf<R, A...> {};
template <typename R, typename... A>
struct Signature<R (*)(A...) noexcept> : SignatureOf<R, A...> {};
template <typename C, typename R, typename... A>
struct Signature<R (C::*)(A...)> : SignatureOf<R, A...> {};
template <typename C, typename R, typename... A>
struct Signature<R (C::*)(A...) const> : SignatureOf<R, A...> {};
template <typename C, typename R, typename... A>
struct Signature<R (C::*)(A...) noexcept> : SignatureOf<R, A...> {};
template <typename C, typename R, typename... A>
struct Signature<R (C::*)(A...) const noexcept> : SignatureOf<R, A...> {};

template <typename F>
std::unique_ptr<Callable> bind(F function) {
  static_assert(Bindable<F>, "only functions and callables with one fixed signature can be bound (no generic lambdas)");
  return Signature<F>::bind(std::move(function));
}

template <typename T, typename F>
std::unique_ptr<Callable> bind_method(F method) {
  if constexpr (std::is_member_function_pointer_v<F>) {
    return Signature<F>::template bind<T&>(method);
  } else {
    return bind(std::move(method));
  }
}

// --- Calls from the host

template <typename R>
struct CallResult {
  static R call(VM& vm, const Value& callee, const Value* arguments, std::size_t count) {
    return Access::call(vm, callee, arguments, count).template as<R>();
  }
};
template <>
struct CallResult<void> {
  static void call(VM& vm, const Value& callee, const Value* arguments, std::size_t count) {
    Access::call(vm, callee, arguments, count);
  }
};
template <>
struct CallResult<Rest> {
  static Rest call(VM& vm, const Value& callee, const Value* arguments, std::size_t count) {
    return Access::call_all(vm, callee, arguments, count);
  }
};
template <typename... T>
struct CallResult<std::tuple<T...>> {
  static std::tuple<T...> call(VM& vm, const Value& callee, const Value* arguments, std::size_t count) {
    std::vector<Value> values = Access::call_all(vm, callee, arguments, count);
    values.resize(sizeof...(T));
    return read(values, std::index_sequence_for<T...>{});
  }
  template <std::size_t... I>
  static std::tuple<T...> read(const std::vector<Value>& values, std::index_sequence<I...>) {
    return std::tuple<T...>{values[I].template as<T>()...};
  }
};

template <typename R, typename... A>
R call_function(VM& vm, const Value& callee, A&&... arguments) {
  const Value values[] = {make_value(vm, std::forward<A>(arguments))..., Value()};
  return CallResult<R>::call(vm, callee, values, sizeof...(A));
}

}  // namespace detail

// --- Conversions

template <std::derived_from<Value> T>
struct Convert<T> {
  static constexpr const char* kName = std::same_as<T, Table>      ? "table"
                                       : std::same_as<T, Function> ? "function"
                                                                   : "value";
  static bool read(const Value& value, T& out) {
    if (std::same_as<T, Table> && value.type() != Type::table) return false;
    if (std::same_as<T, Function> && value.type() != Type::function) return false;
    static_cast<Value&>(out) = value;
    return true;
  }
  static Value make(VM&, const T& value) { return value; }
};

template <>
struct Convert<std::nullptr_t> {
  static constexpr const char* kName = "nil";
  static bool read(const Value& value, std::nullptr_t&) { return value.is_nil(); }
  static Value make(VM&, std::nullptr_t) { return {}; }
};

template <>
struct Convert<bool> {
  static constexpr const char* kName = "boolean";
  static bool read(const Value& value, bool& out) {
    if (value.type() != Type::boolean) return false;
    out = detail::Access::boolean(value);
    return true;
  }
  static Value make(VM&, bool value) { return Value(value); }
};

// Floats with an exact integer value are taken too. What T cannot hold does not fit.
template <std::integral T>
struct Convert<T> {
  static constexpr const char* kName = "integer";
  static bool read(const Value& value, T& out) {
    std::int64_t integer = 0;
    if (value.type() == Type::integer) {
      integer = detail::Access::integer(value);
    } else if (value.type() == Type::number) {
      double number = detail::Access::number(value);
      if (!(number >= -0x1p63 && number < 0x1p63)) return false;
      integer = static_cast<std::int64_t>(number);
      if (static_cast<double>(integer) != number) return false;
    } else {
      return false;
    }
    out = static_cast<T>(integer);
    return sizeof(T) == sizeof integer || static_cast<std::int64_t>(out) == integer;
  }
  static Value make(VM&, T value) { return Value(value); }
};

template <std::floating_point T>
struct Convert<T> {
  static constexpr const char* kName = "number";
  static bool read(const Value& value, T& out) {
    if (!value.is_number()) return false;
    bool is_integer = value.type() == Type::integer;
    out = is_integer ? static_cast<T>(detail::Access::integer(value)) : static_cast<T>(detail::Access::number(value));
    return true;
  }
  static Value make(VM&, T value) { return Value(value); }
};

template <>
struct Convert<std::string_view> {
  static constexpr const char* kName = "string";
  static bool read(const Value& value, std::string_view& out) {
    if (!value.is_string()) return false;
    out = detail::Access::view(value);
    return true;
  }
  static Value make(VM& vm, std::string_view text) { return vm.string(text); }
};

template <>
struct Convert<std::string> {
  static constexpr const char* kName = "string";
  static bool read(const Value& value, std::string& out) {
    if (!value.is_string()) return false;
    out = detail::Access::view(value);
    return true;
  }
  static Value make(VM& vm, const std::string& text) { return vm.string(text); }
};

// nil is an empty optional.
template <typename T>
struct Convert<std::optional<T>> {
  static constexpr const char* kName = detail::expected_name<T>();
  static bool read(const Value& value, std::optional<T>& out) {
    out.reset();
    return value.is_nil() || detail::read_value(value, out.emplace());
  }
  static Value make(VM& vm, const std::optional<T>& value) { return value ? detail::make_value(vm, *value) : Value(); }
};

// An array table.
template <typename T>
struct Convert<std::vector<T>> {
  static constexpr const char* kName = "table";
  static bool read(const Value& value, std::vector<T>& out) {
    if (!value.is_table()) return false;
    Table table = value.as<Table>();
    std::size_t size = table.size();
    out.clear();
    out.reserve(size);
    for (std::size_t i = 1; i <= size; ++i) {
      T element{};
      if (!detail::read_value(table.get<Value>(i), element)) return false;
      out.push_back(std::move(element));
    }
    return true;
  }
  static Value make(VM& vm, const std::vector<T>& values) {
    Table table = vm.table();
    for (std::size_t i = 0; i < values.size(); ++i) table.set(i + 1, static_cast<T>(values[i]));
    return table;
  }
};

namespace detail {
template <typename M>
struct ConvertMap {
  static constexpr const char* kName = "table";
  static bool read(const Value& value, M& out) {
    if (!value.is_table()) return false;
    bool fits = true;
    out.clear();
    value.as<Table>().for_each([&](const Value& key, const Value& element) {
      typename M::key_type k{};
      typename M::mapped_type v{};
      fits = fits && read_value(key, k) && read_value(element, v);
      if (fits) out.emplace(std::move(k), std::move(v));
    });
    return fits;
  }
  static Value make(VM& vm, const M& map) {
    Table table = vm.table();
    for (const auto& [key, element] : map) table.set(key, element);
    return table;
  }
};
}  // namespace detail

template <typename K, typename V>
struct Convert<std::map<K, V>> : detail::ConvertMap<std::map<K, V>> {};
template <typename K, typename V>
struct Convert<std::unordered_map<K, V>> : detail::ConvertMap<std::unordered_map<K, V>> {};

// --- Members of the public classes

template <typename T>
T Value::as() const {
  if constexpr (detail::Converted<T> || std::is_pointer_v<T>) {
    T result{};
    if (!detail::read_value(*this, result)) detail::Access::mismatch(*this, detail::expected_name<T>());
    return result;
  } else {
    T* object = detail::object_of<T>(*this);
    if (!object) detail::Access::mismatch(*this, detail::expected_name<T>());
    return *object;
  }
}

template <typename T>
std::optional<T> Value::try_as() const {
  std::optional<T> result(std::in_place);
  if (!detail::read_value(*this, *result)) result.reset();
  return result;
}

template <typename R, typename K>
R Table::get(const K& key) const {
  return get_value(detail::make_value(detail::Access::vm(*this), key)).template as<R>();
}

template <typename K, typename V>
void Table::set(const K& key, V&& value) {
  VM& vm = detail::Access::vm(*this);
  set_value(detail::make_value(vm, key), detail::make_value(vm, std::forward<V>(value)));
}

template <typename V>
void Table::append(V&& value) {
  append_value(detail::make_value(detail::Access::vm(*this), std::forward<V>(value)));
}

template <typename F>
void Table::for_each(F&& visit) const {
  std::uint64_t cursor = 0;
  Value key, value;
  while (next(cursor, key, value)) visit(std::as_const(key), std::as_const(value));
}

template <typename R, typename... A>
R Function::call(A&&... arguments) const {
  return detail::call_function<R>(detail::Access::vm(*this), *this, std::forward<A>(arguments)...);
}

template <typename R>
R VM::get(std::string_view name) const {
  return get_global(name).template as<R>();
}

template <typename V>
void VM::set(std::string_view name, V&& value) {
  using T = std::decay_t<V>;
  if constexpr (detail::Bindable<T>) {
    set_global(name, function(T(std::forward<V>(value)), name));
  } else {
    set_global(name, this->value(std::forward<V>(value)));
  }
}

template <typename R, typename... A>
R VM::call(std::string_view name, A&&... arguments) {
  return detail::call_function<R>(*this, get_global(name), std::forward<A>(arguments)...);
}

template <typename F>
Function VM::function(F callable, std::string_view name) {
  return make_function(detail::bind(std::move(callable)), name);
}

template <typename V>
Value VM::value(V&& value) {
  return detail::make_value(*this, std::forward<V>(value));
}

template <typename V>
void VM::set_module(std::string_view name, V&& value) {
  set_module_value(name, this->value(std::forward<V>(value)));
}

template <typename T>
Class<T> VM::bind_class(const std::string& name) {
  return Class<T>(*this, name,
                  define_class(&detail::type_key<T>, name, [](void* object) { delete static_cast<T*>(object); }));
}

template <typename T>
template <typename... A>
Class<T>& Class<T>::constructor() {
  return function("new", [](A... arguments) { return std::make_unique<T>(std::forward<A>(arguments)...); });
}

template <typename T>
template <typename F>
Class<T>& Class<T>::method(const std::string& name, F method) {
  Function made = vm_.make_function(detail::bind_method<T>(std::move(method)), name_ + ":" + name);
  vm_.define_member(&detail::type_key<T>, detail::Member::method, name, made);
  return *this;
}

template <typename T>
template <typename F>
Class<T>& Class<T>::function(const std::string& name, F function) {
  table_.set(name, vm_.function(std::move(function), name_ + "." + name));
  return *this;
}

template <typename T>
template <typename M>
Class<T>& Class<T>::property(const std::string& name, M T::* member) {
  property(name, [member](const T& object) -> M { return object.*member; });
  Function setter = vm_.make_function(detail::bind([member](T& object, M value) { object.*member = std::move(value); }),
                                      name_ + ":" + name);
  vm_.define_member(&detail::type_key<T>, detail::Member::setter, name, setter);
  return *this;
}

template <typename T>
template <typename F>
  requires(!std::is_member_object_pointer_v<F>)
Class<T>& Class<T>::property(const std::string& name, F getter) {
  Function made = vm_.make_function(detail::bind_method<T>(std::move(getter)), name_ + ":" + name);
  vm_.define_member(&detail::type_key<T>, detail::Member::getter, name, made);
  return *this;
}

}  // namespace gscript
