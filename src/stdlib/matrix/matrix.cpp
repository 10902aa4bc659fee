#include "stdlib/matrix/matrix.hpp"

#include "stdlib/support/natives.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

// A table with the keys 0..count-1 holding values[0 .. count). Key 0 is no array element; the others are.
Value zero_based(Vm& vm, const Value* values, usize count) {
  Table* t = vm.table();
  bool done = t && table_init_array(vm, t, values + 1, count - 1) && table_set_int(vm, t, 0, values[0]);
  return done ? Value::table(t) : Value::raised();
}

/// matrix.dense(rows, cols)
/// A table of rows with keys from 0, each a table of floats 0.0 with keys from 0.
///     print(matrix.dense(2, 3)[1][2]) // 0.0
Value matrix_dense(Vm& vm, Args args) {
  i64 row_count, column_count;
  if (!arg_int(vm, args, 0, row_count) || !arg_int(vm, args, 1, column_count)) return Value::raised();
  if (row_count < 1 || column_count < 1) {
    Table* empty = vm.table();
    return empty ? Value::table(empty) : Value::raised();
  }
  if (row_count > UINT32_MAX || column_count > UINT32_MAX) return vm.raise_out_of_memory();
  RootedValues zeros(vm), rows(vm);
  if (!zeros.resize(usize(column_count)) || !rows.resize(usize(row_count))) return Value::raised();
  for (Value& zero : zeros) zero = Value::number(0);
  for (Value& row : rows) {
    row = zero_based(vm, zeros.data(), zeros.size());
    if (row.is_raised() || !charge(vm, zeros.size() / 8)) return Value::raised();
  }
  return zero_based(vm, rows.data(), rows.size());
}

// m, i, j at the first three arguments: the row's table and the element there. False = raised.
bool find_element(Vm& vm, Args args, Table*& row, i64& column, Value& element) {
  Table* matrix;
  i64 row_index;
  if (!arg_table(vm, args, 0, matrix) || !arg_int(vm, args, 1, row_index) || !arg_int(vm, args, 2, column))
    return false;
  Value found = table_get_int(matrix, row_index);
  if (found.is_table()) {
    row = found.as_table();
    element = table_get_int(row, column);
    if (!element.is_nil()) return true;
  }
  vm.raise(std::string(view(args.callee()->name)) + ": index out of range");
  return false;
}

/// matrix.getf(m, i, j)
/// The element as a float. Raises "matrix.getf: index out of range" and "matrix.getf: element is not a number".
///     print(matrix.getf({[0]: {[0]: 7}}, 0, 0)) // 7.0
Value matrix_getf(Vm& vm, Args args) {
  Table* row;
  i64 column;
  Value element;
  f64 x;
  if (!find_element(vm, args, row, column, element)) return Value::raised();
  return Vm::to_f64(element, x) ? Value::number(x) : vm.raise("matrix.getf: element is not a number");
}

/// matrix.setf(m, i, j, x)
/// Stores x as a float. Raises "matrix.setf: index out of range".
///     m := matrix.dense(2, 2); matrix.setf(m, 0, 1, 3)
///     print(m[0][1])
///     // 3.0
Value matrix_setf(Vm& vm, Args args) {
  Table* row;
  i64 column;
  Value element;
  f64 x;
  if (!find_element(vm, args, row, column, element) || !arg_number(vm, args, 3, x)) return Value::raised();
  return table_set_int(vm, row, column, Value::number(x)) ? Value::multi(0) : Value::raised();
}

constexpr NativeRow kRows[] = {{"dense", matrix_dense}, {"getf", matrix_getf}, {"setf", matrix_setf}};

}  // namespace

bool install_matrix(Vm& vm) { return vm.register_library("matrix", kRows) != nullptr; }

}  // namespace gs::stdlib
