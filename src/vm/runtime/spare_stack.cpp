#include "vm/object/coroutine.hpp"
#include "vm/runtime/catch.hpp"
#include "vm/runtime/stack_pool.hpp"

namespace gs::vm {

namespace {

constexpr usize kSpareNative = 128u << 10;
constexpr usize kSpareValues = 64;

}  // namespace

SpareStack::SpareStack(Vm& vm) : vm_(vm), native_limit_(vm.native_limit) {
  vm.native_limit -= kSpareNative;
  vm.coroutine->stack_end += kSpareValues;
}

SpareStack::~SpareStack() {
  vm_.native_limit = native_limit_;
  vm_.coroutine->stack_end -= kSpareValues;
}

}  // namespace gs::vm
