// What a handler gets: the tables req and res (language 15.32).
#pragma once

#include "stdlib/http/connection.hpp"

namespace gs::stdlib {

extern const vm::UserdataClass kConnectionClass;

inline Connection& connection_of(vm::Userdata* object) { return **reinterpret_cast<Connection**>(object->payload); }

// Null = raised.
vm::Table* make_request_table(vm::Vm& vm, const Connection& connection);
vm::Table* make_response_table(vm::Vm& vm, vm::Userdata* connection);

}  // namespace gs::stdlib
