// The C ABI, over the C++ API: no exception leaves it.
#include <optional>

#include "gscript/gscript.h"
#include "gscript/gscript.hpp"

struct gscript_value {
  gscript::Value value;
};

struct gscript_vm {
  explicit gscript_vm(gscript::Options options) : vm(std::move(options)) {}
  gscript::VM vm;
  std::string message;
  std::string report;
  int exit_status = 0;
};

namespace {

gscript_status status_of(gscript::ErrorKind kind) {
  switch (kind) {
    case gscript::ErrorKind::runtime: return GSCRIPT_ERROR;
    case gscript::ErrorKind::compile: return GSCRIPT_COMPILE_ERROR;
    case gscript::ErrorKind::file: return GSCRIPT_FILE_ERROR;
    case gscript::ErrorKind::interrupted: return GSCRIPT_INTERRUPTED;
    case gscript::ErrorKind::time_limit: return GSCRIPT_TIME_LIMIT;
    case gscript::ErrorKind::deadlock: return GSCRIPT_DEADLOCK;
    case gscript::ErrorKind::exit: return GSCRIPT_EXIT;
  }
  return GSCRIPT_ERROR;
}

// Runs `action`, keeping the error it throws in the VM.
template <typename F>
gscript_status guarded(gscript_vm* vm, F action) noexcept {
  try {
    action();
    return GSCRIPT_OK;
  } catch (const gscript::Error& error) {
    vm->message = error.what();
    vm->report = error.report();
    vm->exit_status = error.exit_status();
    return status_of(error.kind());
  } catch (const std::exception& error) {
    vm->message = error.what();
    vm->report = vm->message + "\n";
    vm->exit_status = 1;
    return GSCRIPT_MISUSE;
  }
}

void give(gscript_value** result, gscript::Value value) {
  if (result) *result = new gscript_value{std::move(value)};
}

// A value made by `make`, or null.
template <typename F>
gscript_value* made(gscript_vm* vm, F make) noexcept {
  gscript_value* result = nullptr;
  guarded(vm, [&] { give(&result, make()); });
  return result;
}

template <typename T>
int read(const gscript_value* value, T* out) {
  std::optional<T> converted = value->value.try_as<T>();
  if (converted) *out = *converted;
  return converted.has_value();
}

// The C function behind a script function; owns `data`.
class Callback {
 public:
  Callback(gscript_vm* vm, gscript_callback callback, void* data, void (*destroy)(void*))
      : vm_(vm), callback_(callback), data_(data, destroy ? destroy : [](void*) {}) {}

  gscript::Value operator()(gscript::Rest arguments) const {
    std::vector<gscript_value> values;
    for (gscript::Value& argument : arguments) values.push_back({std::move(argument)});
    std::vector<gscript_value*> handles;
    for (gscript_value& value : values) handles.push_back(&value);
    gscript_value* raw_result = nullptr;
    gscript_status status = callback_(vm_, data_.get(), handles.data(), handles.size(), &raw_result);
    std::unique_ptr<gscript_value> result(raw_result);
    if (status != GSCRIPT_OK) throw gscript::Error(vm_->message);
    return result ? result->value : gscript::Value();
  }

 private:
  gscript_vm* vm_;
  gscript_callback callback_;
  std::shared_ptr<void> data_;
};

}  // namespace

extern "C" {

gscript_vm* gscript_new(const gscript_options* options) {
  try {
    gscript::Options converted;
    if (options) {
      converted.library = static_cast<gscript::Library>(options->library);
      converted.memory_limit = options->memory_limit;
      converted.time_limit = options->time_limit;
      if (options->print) {
        converted.print = [print = options->print, data = options->print_data](std::string_view text) {
          print(data, text.data(), text.size());
        };
      }
    }
    return new gscript_vm(std::move(converted));
  } catch (const std::exception&) {
    return nullptr;
  }
}

void gscript_free(gscript_vm* vm) { delete vm; }

gscript_status gscript_run(gscript_vm* vm, const char* source, size_t length, const char* name,
                           gscript_value** result) {
  return guarded(vm, [&] { give(result, vm->vm.run({source, length}, name)); });
}

gscript_status gscript_run_file(gscript_vm* vm, const char* path, gscript_value** result) {
  return guarded(vm, [&] { give(result, vm->vm.run_file(path)); });
}

void gscript_interrupt(gscript_vm* vm) { vm->vm.interrupt(); }
void gscript_set_time_limit(gscript_vm* vm, double seconds) { vm->vm.set_time_limit(seconds); }

const char* gscript_error_message(gscript_vm* vm) { return vm->message.c_str(); }
const char* gscript_error_report(gscript_vm* vm) { return vm->report.c_str(); }
int gscript_exit_status(gscript_vm* vm) { return vm->exit_status; }
void gscript_set_error(gscript_vm* vm, const char* message) { vm->message = message; }

gscript_value* gscript_make_nil(gscript_vm* vm) {
  return made(vm, [] { return gscript::Value(); });
}
gscript_value* gscript_make_boolean(gscript_vm* vm, int value) {
  return made(vm, [=] { return gscript::Value(value != 0); });
}
gscript_value* gscript_make_integer(gscript_vm* vm, int64_t value) {
  return made(vm, [=] { return gscript::Value(value); });
}
gscript_value* gscript_make_number(gscript_vm* vm, double value) {
  return made(vm, [=] { return gscript::Value(value); });
}
gscript_value* gscript_make_string(gscript_vm* vm, const char* text, size_t length) {
  return made(vm, [=] { return vm->vm.string({text, length}); });
}
gscript_value* gscript_make_table(gscript_vm* vm) {
  return made(vm, [=] { return vm->vm.table(); });
}
gscript_value* gscript_copy(const gscript_value* value) { return new gscript_value{value->value}; }
void gscript_release(gscript_value* value) { delete value; }

gscript_value* gscript_make_function(gscript_vm* vm, const char* name, gscript_callback callback, void* data,
                                     void (*destroy)(void* data)) {
  return made(vm, [=] { return vm->vm.function(Callback(vm, callback, data, destroy), name); });
}

gscript_type gscript_type_of(const gscript_value* value) { return static_cast<gscript_type>(value->value.type()); }
int gscript_is_true(const gscript_value* value) { return value->value.is_true(); }
int gscript_to_integer(const gscript_value* value, int64_t* out) { return read(value, out); }
int gscript_to_number(const gscript_value* value, double* out) { return read(value, out); }
int gscript_to_string(const gscript_value* value, const char** text, size_t* length) {
  std::string_view view;
  if (!read(value, &view)) return 0;
  *text = view.data();
  *length = view.size();
  return 1;
}

gscript_status gscript_get_global(gscript_vm* vm, const char* name, gscript_value** result) {
  return guarded(vm, [&] { give(result, vm->vm.get(name)); });
}
gscript_status gscript_set_global(gscript_vm* vm, const char* name, const gscript_value* value) {
  return guarded(vm, [&] { vm->vm.set(name, value->value); });
}
gscript_status gscript_table_get(gscript_vm* vm, const gscript_value* table, const gscript_value* key,
                                 gscript_value** result) {
  return guarded(vm, [&] { give(result, table->value.as<gscript::Table>().get(key->value)); });
}
gscript_status gscript_table_set(gscript_vm* vm, const gscript_value* table, const gscript_value* key,
                                 const gscript_value* value) {
  return guarded(vm, [&] { table->value.as<gscript::Table>().set(key->value, value->value); });
}
size_t gscript_table_size(const gscript_value* table) {
  std::optional<gscript::Table> converted = table->value.try_as<gscript::Table>();
  return converted ? converted->size() : 0;
}
gscript_status gscript_call(gscript_vm* vm, const gscript_value* function, gscript_value* const* arguments,
                            size_t count, gscript_value** result) {
  return guarded(vm, [&] {
    std::vector<gscript::Value> values;
    for (size_t i = 0; i < count; ++i) values.push_back(arguments[i]->value);
    give(result, gscript::detail::Access::call(vm->vm, function->value, values.data(), count));
  });
}

}  // extern "C"

static_assert(int(GSCRIPT_USERDATA) == int(gscript::Type::userdata));
static_assert(int(GSCRIPT_LIBRARY_SAFE) == int(gscript::Library::safe));
