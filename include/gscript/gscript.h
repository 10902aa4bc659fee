/* GScript for C hosts, and for every language that can call C. The C++ API (gscript.hpp) says what things mean; this is the
 * smaller part of it that bindings need.
 *
 * Values are handles: each gscript_value* a function gives out is yours and is given back with gscript_release. A VM and its values
 * belong to one thread at a time (gscript_interrupt excepted). Functions that can fail return a gscript_status; the error is then
 * kept in the VM until the next failure. */
#ifndef GSCRIPT_H
#define GSCRIPT_H

#include <stddef.h>
#include <stdint.h>

#include "gscript/version.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gscript_vm gscript_vm;
typedef struct gscript_value gscript_value;

typedef enum gscript_status {
  GSCRIPT_OK = 0,
  GSCRIPT_ERROR = 1, /* a script error */
  GSCRIPT_COMPILE_ERROR = 2,
  GSCRIPT_FILE_ERROR = 3, /* a file cannot be read */
  GSCRIPT_INTERRUPTED = 4,
  GSCRIPT_TIME_LIMIT = 5,
  GSCRIPT_DEADLOCK = 6,
  GSCRIPT_EXIT = 7,  /* os.exit was called: gscript_exit_status */
  GSCRIPT_MISUSE = 8 /* an argument of the C function is wrong */
} gscript_status;

typedef enum gscript_type {
  GSCRIPT_NIL,
  GSCRIPT_BOOLEAN,
  GSCRIPT_INTEGER,
  GSCRIPT_NUMBER,
  GSCRIPT_STRING,
  GSCRIPT_TABLE,
  GSCRIPT_FUNCTION,
  GSCRIPT_CHANNEL,
  GSCRIPT_COROUTINE,
  GSCRIPT_USERDATA
} gscript_type;

typedef enum gscript_library { GSCRIPT_LIBRARY_ALL, GSCRIPT_LIBRARY_APP, GSCRIPT_LIBRARY_SAFE } gscript_library;

typedef struct gscript_options {
  gscript_library library;
  uint64_t memory_limit; /* bytes; 0: none */
  double time_limit;     /* seconds; 0: none */
  /* Receives what scripts write to standard output; may be NULL. */
  void (*print)(void* print_data, const char* text, size_t length);
  void* print_data;
} gscript_options;

/* --- VMs. `options` may be NULL. NULL: the VM could not be made. */
GSCRIPT_API gscript_vm* gscript_new(const gscript_options* options);
GSCRIPT_API void gscript_free(gscript_vm* vm);

/* Run a script. `result`, if not NULL, receives its first result. */
GSCRIPT_API gscript_status gscript_run(gscript_vm* vm, const char* source, size_t length, const char* name,
                                       gscript_value** result);
GSCRIPT_API gscript_status gscript_run_file(gscript_vm* vm, const char* path, gscript_value** result);

/* From any thread and from signal handlers. */
GSCRIPT_API void gscript_interrupt(gscript_vm* vm);
/* `seconds` more from now on; 0: no limit. */
GSCRIPT_API void gscript_set_time_limit(gscript_vm* vm, double seconds);

/* --- The last error. Good until the next failure. */
GSCRIPT_API const char* gscript_error_message(gscript_vm* vm);
GSCRIPT_API const char* gscript_error_report(gscript_vm* vm); /* place, message, traceback */
GSCRIPT_API int gscript_exit_status(gscript_vm* vm);

/* --- Making values. NULL: out of memory. */
GSCRIPT_API gscript_value* gscript_make_nil(gscript_vm* vm);
GSCRIPT_API gscript_value* gscript_make_boolean(gscript_vm* vm, int value);
GSCRIPT_API gscript_value* gscript_make_integer(gscript_vm* vm, int64_t value);
GSCRIPT_API gscript_value* gscript_make_number(gscript_vm* vm, double value);
GSCRIPT_API gscript_value* gscript_make_string(gscript_vm* vm, const char* text, size_t length);
GSCRIPT_API gscript_value* gscript_make_table(gscript_vm* vm);
GSCRIPT_API gscript_value* gscript_copy(const gscript_value* value);
GSCRIPT_API void gscript_release(gscript_value* value);

/* A function of yours. It may set `*result` to a value, which is taken over; it returns GSCRIPT_OK, or fails after
 * gscript_set_error. `destroy`, if not NULL, is called with `data` when the function is collected. */
typedef gscript_status (*gscript_callback)(gscript_vm* vm, void* data, gscript_value* const* arguments, size_t count,
                                           gscript_value** result);
GSCRIPT_API gscript_value* gscript_make_function(gscript_vm* vm, const char* name, gscript_callback callback,
                                                 void* data, void (*destroy)(void* data));
GSCRIPT_API void gscript_set_error(gscript_vm* vm, const char* message);

/* --- Reading values. The _to_ functions return 1 if the value has that type (integers are numbers too), else 0. */
GSCRIPT_API gscript_type gscript_type_of(const gscript_value* value);
GSCRIPT_API int gscript_is_true(const gscript_value* value);
GSCRIPT_API int gscript_to_integer(const gscript_value* value, int64_t* out);
GSCRIPT_API int gscript_to_number(const gscript_value* value, double* out);
/* The bytes are good while the handle lives, and are not ended by a NUL. */
GSCRIPT_API int gscript_to_string(const gscript_value* value, const char** text, size_t* length);

/* --- Globals, tables, calls */
GSCRIPT_API gscript_status gscript_get_global(gscript_vm* vm, const char* name, gscript_value** result);
GSCRIPT_API gscript_status gscript_set_global(gscript_vm* vm, const char* name, const gscript_value* value);
GSCRIPT_API gscript_status gscript_table_get(gscript_vm* vm, const gscript_value* table, const gscript_value* key,
                                             gscript_value** result);
GSCRIPT_API gscript_status gscript_table_set(gscript_vm* vm, const gscript_value* table, const gscript_value* key,
                                             const gscript_value* value);
GSCRIPT_API size_t gscript_table_size(const gscript_value* table);
GSCRIPT_API gscript_status gscript_call(gscript_vm* vm, const gscript_value* function, gscript_value* const* arguments,
                                        size_t count, gscript_value** result);

#ifdef __cplusplus
}
#endif

#endif
