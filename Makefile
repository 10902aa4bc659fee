# Everyday commands. `make run` and `make test` set a bare Debian 12 machine up by themselves: packages are installed when
# they are missing and you are root. Builds live in build/<preset>.

PACKAGES := clang-19 lld-19 binutils libclang-rt-19-dev cmake ninja-build ccache pkg-config python3 git \
            libgtest-dev libbenchmark-dev libcli11-dev libedit-dev libre2-dev libssl-dev zlib1g-dev \
            libasmjit-dev libutf8proc-dev
TOOLS    := clang++-19 ld.lld-19 cmake ninja ccache pkg-config python3
JOBS     ?= $(shell nproc)
SCRIPT   ?= examples/tour.gs
ARGS     ?=
SECONDS_PER_TARGET ?= 60

export CCACHE_DIR ?= $(HOME)/.cache/ccache

.PHONY: run test bench fuzz asan ubsan stress nightly format tidy setup release command clean

run: command
	@build/release/gscript $(SCRIPT) $(ARGS)

test: release
	@python3 tests/run_all.py --build build/release

bench: command
	python3 bench/run.py

asan ubsan:
	cmake --preset $@
	cmake --build --preset $@ -j $(JOBS)
	python3 tests/run_all.py --build build/$@ --sanitized

# The language programs with a collection at every allocation. Limits are left out: they are about time and memory.
stress: command
	python3 tests/run_lang.py --flags=--gc-stress --timeout 60 --jobs $(JOBS) tests/lang tests/stdlib tests/regress

nightly: test asan ubsan stress fuzz

fuzz:
	cmake --preset fuzz
	cmake --build --preset fuzz -j $(JOBS)
	python3 fuzz/run.py --build build/fuzz --seconds $(SECONDS_PER_TARGET)

# The release build: all of it, or the command alone.
release: BUILD_TARGET := all
command: BUILD_TARGET := gscript_command
release command: setup
	@cmake --preset release > build/configure.log 2>&1 || { cat build/configure.log; exit 1; }
	@cmake --build --preset release -j $(JOBS) --target $(BUILD_TARGET) > build/build.log 2>&1 || \
	  { cat build/build.log; exit 1; }

# Installs packages only where a tool or header is missing.
setup:
	@mkdir -p build
	@missing=; for tool in $(TOOLS); do command -v $$tool > /dev/null || missing="$$missing $$tool"; done; \
	for header in gtest/gtest.h CLI/CLI.hpp histedit.h re2/re2.h openssl/evp.h zlib.h asmjit/x86.h utf8proc.h; do \
	  test -e /usr/include/$$header || missing="$$missing $$header"; done; \
	if [ -n "$$missing" ]; then \
	  if [ "$$(id -u)" != 0 ]; then echo "missing:$$missing; as root: apt-get install $(PACKAGES)" >&2; exit 1; fi; \
	  echo "installing packages (missing:$$missing)"; \
	  apt-get update -qq > build/apt.log 2>&1 && \
	  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(PACKAGES) >> build/apt.log 2>&1 || \
	  { tail -20 build/apt.log >&2; exit 1; }; \
	fi

format:
	clang-format-19 -i $$(git ls-files '*.cpp' '*.hpp' '*.h')

tidy: release
	run-clang-tidy-19 -quiet -p build/release 'src/.*\.cpp$$'

clean:
	rm -rf build
