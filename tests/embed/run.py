#!/usr/bin/env python3
"""Installs a build into a scratch directory, builds tests/embed against the package found there, and runs it.

    tests/embed/run.py [--build build/release]

Also checks that the pkg-config file alone suffices to compile and link a host. Ends with `N passed, N failed`.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


def run(*command, **options):
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options)
    if result.returncode != 0:
        print("$ " + " ".join(command))
        print(result.stdout)
    return result


def cache_variable(build, name):
    with open(os.path.join(build, "CMakeCache.txt")) as cache:
        found = re.search(rf"^{name}:\w+=(.*)$", cache.read(), re.M)
    return found.group(1) if found else ""


def pkg_config_test(prefix, scratch, compiler):
    environment = dict(os.environ)
    libraries = [os.path.join(prefix, path, "pkgconfig") for path in ("lib", "lib/x86_64-linux-gnu", "lib/aarch64-linux-gnu")]
    environment["PKG_CONFIG_PATH"] = ":".join(libraries)
    flags = run("pkg-config", "--static", "--cflags", "--libs", "gscript", env=environment)
    if flags.returncode != 0:
        return False
    program = os.path.join(scratch, "host")
    with open(program + ".cpp", "w") as source:
        source.write('#include <gscript/gscript.hpp>\n'
                     'int main() { gscript::VM vm; return vm.run("return 6 * 7").as<int>() == 42 ? 0 : 1; }\n')
    built = run(compiler, "-std=c++20", program + ".cpp", "-o", program, *flags.stdout.split())
    return built.returncode == 0 and run(program).returncode == 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", default=os.path.join(ROOT, "build/release"))
    build = os.path.abspath(parser.parse_args().build)
    with tempfile.TemporaryDirectory() as scratch:
        prefix = os.path.join(scratch, "prefix")
        compiler = cache_variable(build, "CMAKE_CXX_COMPILER") or "clang++-19"
        c_compiler = cache_variable(build, "CMAKE_C_COMPILER") or "clang-19"
        steps = [
            ["cmake", "--install", build, "--prefix", prefix],
            ["cmake", "-S", HERE, "-B", os.path.join(scratch, "build"), "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={prefix}",
             f"-DCMAKE_CXX_COMPILER={compiler}", f"-DCMAKE_C_COMPILER={c_compiler}"],
            ["cmake", "--build", os.path.join(scratch, "build")],
        ]
        for step in steps:
            if run(*step).returncode != 0:
                print("0 passed, 1 failed")
                return 1
        tests = subprocess.run([os.path.join(scratch, "build", "embed_tests"), "--gtest_brief=1"], stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT, text=True, errors="replace")
        print(tests.stdout, end="")
        passed = re.search(r"^\[  PASSED  \] (\d+) test", tests.stdout, re.M)
        failed = re.search(r"^\[  FAILED  \] (\d+) test", tests.stdout, re.M)
        passed = int(passed.group(1)) if passed else 0
        failed = int(failed.group(1)) if failed else 0
        if tests.returncode != 0 and failed == 0:
            print(f"embed_tests: exit status {tests.returncode}")
            failed = 1
        if pkg_config_test(prefix, scratch, compiler):
            passed += 1
        else:
            print("the pkg-config host failed")
            failed += 1
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
