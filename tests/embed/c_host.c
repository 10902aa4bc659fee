/* The C ABI, used from C. Called by c_test.cpp; returns the number of the first check that failed, 0 if none. */
#include <gscript/gscript.h>

#include <string.h>

static char printed[64];

static void keep_printed(void* data, const char* text, size_t length) {
  (void)data;
  strncat(printed, text, length);
}

static gscript_status add(gscript_vm* vm, void* data, gscript_value* const* arguments, size_t count,
                          gscript_value** result) {
  int64_t sum = *(int64_t*)data;
  for (size_t i = 0; i < count; i++) {
    int64_t term;
    if (!gscript_to_integer(arguments[i], &term)) {
      gscript_set_error(vm, "integers only");
      return GSCRIPT_ERROR;
    }
    sum += term;
  }
  *result = gscript_make_integer(vm, sum);
  return GSCRIPT_OK;
}

static int destroyed;
static void note_destroyed(void* data) {
  (void)data;
  destroyed++;
}

static gscript_status run(gscript_vm* vm, const char* source, gscript_value** result) {
  return gscript_run(vm, source, strlen(source), "c.gs", result);
}

int c_host_check(void) {
  gscript_options options = {GSCRIPT_LIBRARY_ALL, 0, 0, keep_printed, NULL};
  gscript_vm* vm = gscript_new(&options);
  if (!vm) return 1;

  gscript_value* result = NULL;
  int64_t integer = 0;
  if (run(vm, "print(\"hi\")\nreturn 40 + 2", &result) != GSCRIPT_OK) return 2;
  if (!gscript_to_integer(result, &integer) || integer != 42 || strcmp(printed, "hi\n") != 0) return 3;
  gscript_release(result);

  if (run(vm, "error(\"oops\")", NULL) != GSCRIPT_ERROR) return 4;
  if (strcmp(gscript_error_message(vm), "oops") != 0) return 5;
  if (run(vm, "x :=", NULL) != GSCRIPT_COMPILE_ERROR) return 6;

  int64_t base = 100;
  gscript_value* function = gscript_make_function(vm, "add", add, &base, note_destroyed);
  if (gscript_set_global(vm, "add", function) != GSCRIPT_OK) return 7;
  if (run(vm, "return add(1, 2)", &result) != GSCRIPT_OK) return 8;
  if (!gscript_to_integer(result, &integer) || integer != 103) return 9;
  gscript_release(result);
  if (run(vm, "ok, e := pcall(add, \"x\")\nreturn e", &result) != GSCRIPT_OK) return 10;
  const char* text;
  size_t length;
  if (!gscript_to_string(result, &text, &length) || length != 13 || memcmp(text, "integers only", 13) != 0) return 11;
  gscript_release(result);

  gscript_value* table = gscript_make_table(vm);
  gscript_value* key = gscript_make_integer(vm, 1);
  if (gscript_table_set(vm, table, key, key) != GSCRIPT_OK || gscript_table_size(table) != 1) return 12;
  gscript_value* arguments[] = {key, key};
  if (gscript_call(vm, function, arguments, 2, &result) != GSCRIPT_OK) return 13;
  if (!gscript_to_integer(result, &integer) || integer != 102) return 14;
  if (gscript_type_of(table) != GSCRIPT_TABLE || !gscript_is_true(table)) return 15;
  if (gscript_call(vm, table, NULL, 0, NULL) != GSCRIPT_ERROR) return 16;
  gscript_release(result);
  gscript_release(table);
  gscript_release(key);
  gscript_release(function);

  gscript_free(vm);
  return destroyed == 1 ? 0 : 17;
}
