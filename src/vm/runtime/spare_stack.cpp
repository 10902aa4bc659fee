#include "vm/object/coroutine.hpp"
#include "vm/runtime/catch.hpp"
#include "vm/runtime/stack_pool.hpp"

namespace gs::vm {

namespace {

constexpr usize kSpareNative = 128u << 10;
constexpr usize kSpareValues = 64;

}  // namespace

SpareStack::SpareStack(Vm& vm)
    : vm_(vm), native_limit_(vm.native_limit), owner_(!vm.coroutine->on_spare_stack) {
  if (!owner_) return;
  vm.coroutine->on_spare_stack = true;
  vm.native_limit -= kSpareNative;
  vm.coroutine->stack_end += kSpareValues;
}

SpareStack::~SpareStack() {
  if (!owner_) return;
  vm_.coroutine->on_spare_stack = false;
  vm_.native_limit = native_limit_;
  vm_.coroutine->stack_end -= kSpareValues;
}

}  // namespace gs::vm
