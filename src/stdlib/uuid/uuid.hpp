// The uuid library (language 15.18).
#pragma once

namespace gs::vm {
class Vm;
}

namespace gs::stdlib {

bool install_uuid(vm::Vm& vm);  // false = raised

}  // namespace gs::stdlib
