#include "stdlib/process/child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>

#include "platform/clock.hpp"
#include "vm/heap/heap.hpp"
#include "vm/runtime/scheduler.hpp"

extern char** environ;

namespace gs::stdlib {

using namespace vm;

namespace {

constexpr f64 kShortestSleep = 0.0002;
constexpr f64 kLongestSleep = 0.01;

struct Pipe {
  int read_end = -1, write_end = -1;
  Pipe() = default;
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    close_read();
    close_write();
  }
  bool open() {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return false;
    read_end = ends[0];
    write_end = ends[1];
    return true;
  }
  void close_read() { close_end(read_end); }
  void close_write() { close_end(write_end); }

 private:
  static void close_end(int& end) {
    if (end >= 0) ::close(end);
    end = -1;
  }
};

std::vector<char*> pointers(const std::vector<std::string>& texts) {
  std::vector<char*> out;
  for (const std::string& text : texts) out.push_back(const_cast<char*>(text.c_str()));
  out.push_back(nullptr);
  return out;
}

std::vector<std::string> merged_environment(const std::vector<std::string>& added) {
  std::vector<std::string> all;
  for (char** entry = environ; entry && *entry; entry++) {
    std::string_view text = *entry;
    std::string_view name = text.substr(0, text.find('=') + 1);
    bool replaced = std::any_of(added.begin(), added.end(), [&](const std::string& a) { return a.starts_with(name); });
    if (!replaced) all.emplace_back(text);
  }
  all.insert(all.end(), added.begin(), added.end());
  return all;
}

// The system would take what stands before the zero byte alone.
bool has_zero_byte(const Command& command) {
  const auto has = [](const std::string& text) { return text.find('\0') != text.npos; };
  return std::any_of(command.arguments.begin(), command.arguments.end(), has) ||
         std::any_of(command.environment.begin(), command.environment.end(), has) || has(command.directory);
}

// A running child with the parent's ends of its pipes.
class Child {
 public:
  Child(Vm& vm, const Command& command, Outcome& outcome) : vm_(vm), command_(command), outcome_(outcome) {}
  ~Child() {
    if (pid_ > 0) {
      ::kill(pid_, SIGKILL);
      ::waitpid(pid_, nullptr, 0);
    }
    vm_.heap().unaccount(captured_);
  }

  // False: outcome.start_error.
  bool start() {
    if (has_zero_byte(command_)) {
      outcome_.start_error = EINVAL;
      return false;
    }
    if (command_.captures && !(input_.open() && output_.open() && errors_.open())) {
      outcome_.start_error = errno;
      return false;
    }
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    redirect(actions);
    std::vector<std::string> environment = merged_environment(command_.environment);
    int error = posix_spawnp(&pid_, command_.arguments[0].c_str(), &actions, nullptr,
                             pointers(command_.arguments).data(), pointers(environment).data());
    posix_spawn_file_actions_destroy(&actions);
    input_.close_read();
    output_.close_write();
    errors_.close_write();
    outcome_.start_error = error;
    if (error) pid_ = -1;
    if (command_.captures) prepare_pipes();
    return error == 0;
  }

  // False = raised.
  bool wait() {
    f64 started = platform::monotonic_seconds();
    f64 pause = kShortestSleep;
    for (;;) {
      bool moved = transfer();
      if (failed_) return false;
      int status;
      bool pipes_done = output_.read_end < 0 && errors_.read_end < 0;
      if (pipes_done && ::waitpid(pid_, &status, WNOHANG) == pid_) return finish(status);
      if (command_.timeout > 0 && platform::monotonic_seconds() - started > command_.timeout) {
        ::kill(pid_, SIGKILL);
        ::waitpid(pid_, &status, 0);
        transfer();
        return failed_ ? false : finish(status);
      }
      pause = moved ? kShortestSleep : std::min(pause * 2, kLongestSleep);
      if (!moved && !vm_.scheduler().sleep(pause)) return false;
      if (!vm_.poll()) return false;
    }
  }

 private:
  void redirect(posix_spawn_file_actions_t& actions) {
    if (command_.captures) {
      posix_spawn_file_actions_adddup2(&actions, input_.read_end, 0);
      posix_spawn_file_actions_adddup2(&actions, output_.write_end, 1);
      posix_spawn_file_actions_adddup2(&actions, errors_.write_end, 2);
    }
    if (!command_.directory.empty()) posix_spawn_file_actions_addchdir_np(&actions, command_.directory.c_str());
  }

  void prepare_pipes() {
    for (int end : {input_.write_end, output_.read_end, errors_.read_end}) ::fcntl(end, F_SETFL, O_NONBLOCK);
    if (command_.input.empty()) input_.close_write();
  }

  // Moves what can be moved without waiting. True: something did.
  bool transfer() {
    bool moved = feed();
    moved |= drain(output_, outcome_.output);
    moved |= drain(errors_, outcome_.errors);
    return moved;
  }

  bool feed() {
    if (input_.write_end < 0) return false;
    ssize_t count = write_quietly(command_.input.data() + fed_, command_.input.size() - fed_);
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) return false;
    if (count > 0) fed_ += usize(count);
    if (count < 0 || fed_ == command_.input.size()) input_.close_write();
    return true;
  }

  // The child may have closed its end: that is no reason to die of SIGPIPE.
  ssize_t write_quietly(const char* data, usize size) {
    sigset_t pipe_signal, previous;
    sigemptyset(&pipe_signal);
    sigaddset(&pipe_signal, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe_signal, &previous);
    ssize_t count = ::write(input_.write_end, data, size);
    int error = errno;
    if (count < 0 && error == EPIPE) {
      timespec none{};
      sigtimedwait(&pipe_signal, nullptr, &none);
    }
    pthread_sigmask(SIG_SETMASK, &previous, nullptr);
    errno = error;
    return count;
  }

  bool drain(Pipe& pipe, std::string& into) {
    if (pipe.read_end < 0) return false;
    char buffer[1 << 14];
    ssize_t count = ::read(pipe.read_end, buffer, sizeof buffer);
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) return false;
    if (count <= 0) {
      pipe.close_read();
      return true;
    }
    // Output counts against the memory limit as if it were on the heap already.
    if (!vm_.heap().account(usize(count))) {
      failed_ = true;
      return false;
    }
    captured_ += usize(count);
    into.append(buffer, usize(count));
    return true;
  }

  bool finish(int status) {
    pid_ = -1;
    if (WIFEXITED(status)) {
      outcome_.code = WEXITSTATUS(status);
    } else {
      outcome_.signal = WTERMSIG(status);
    }
    return true;
  }

  Vm& vm_;
  const Command& command_;
  Outcome& outcome_;
  Pipe input_, output_, errors_;
  pid_t pid_ = -1;
  usize fed_ = 0;
  usize captured_ = 0;  // bytes accounted
  bool failed_ = false;
};

}  // namespace

bool run_command(Vm& vm, const Command& command, Outcome& outcome) {
  vm.flush_output();
  Child child(vm, command, outcome);
  return !child.start() || child.wait();
}

}  // namespace gs::stdlib
