// Runs generated programs in several configurations of the VM and compares what they print and how they end.
//
//   fuzz_differential [--programs=N] [--seed=FIRST] [--configurations=off,baseline,on] [--keep=DIR] [--print]
//
// Programs run in child processes, so that a crash is a finding like any other. Each finding is written to DIR (default
// build/differential) as SEED.gs with a comment saying what differed; fuzz/reduce.py shrinks it. --print shows the program of the first seed.
// Exit status: 0 if all agreed, 1 otherwise. The last line is `N passed, M failed`.
#include <sys/wait.h>
#include <unistd.h>

#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "gscript/gscript.hpp"
#include "program_generator.hpp"

namespace {

struct Configuration {
  std::string name;
  gscript::Jit jit;
  std::vector<std::pair<std::string, std::string>> tunables;
  bool gc_stress = false;
  bool is_preempted = false;  // another goroutine gets a turn at every poll
};

std::vector<Configuration> known_configurations() {
  using gscript::Jit;
  using Tunables = decltype(Configuration::tunables);
  const Tunables everything_at_once = {{"jit.threshold", "1"}, {"opt.threshold", "1"}, {"opt.verify", "1"}};
  // Late enough that there is feedback, impatient with speculation that fails.
  const Tunables warm = {{"jit.threshold", "8"}, {"opt.threshold", "30"}, {"opt.exits", "2"}, {"opt.verify", "1"}};
  // Every guard fails once.
  const Tunables failing = {{"jit.threshold", "8"}, {"opt.threshold", "30"}, {"opt.stress_exits", "1"}, {"opt.verify", "1"}};
  auto with = [](Tunables tunables, Tunables::value_type added) {
    tunables.push_back(std::move(added));
    return tunables;
  };
  return {
      {"off", Jit::off, {}},
      {"baseline", Jit::baseline, {{"jit.threshold", "1"}}},
      {"on", Jit::on, everything_at_once},
      {"warm", Jit::on, warm},
      {"exits", Jit::on, failing},
      {"preempted", Jit::on, with(warm, {"sched.slice", "0"}), false, true},
      {"default", Jit::on, {}},
      {"stress", Jit::off, {}, true},
      {"on-stress", Jit::on, everything_at_once, true},
  };
}

struct Outcome {
  std::string output;
  bool out_of_time = false;
};

constexpr double kSecondsPerRun = 4;
constexpr std::size_t kOutputLimit = 1 << 20;

// Addresses, as tables print theirs, are not compared.
std::string without_addresses(const std::string& text) {
  std::string kept;
  for (std::size_t i = 0; i < text.size(); i++) {
    kept += text[i];
    if (text[i] != 'x' || i == 0 || text[i - 1] != '0') continue;
    while (i + 1 < text.size() && std::isxdigit(static_cast<unsigned char>(text[i + 1]))) i++;
  }
  return kept;
}

Outcome run(const std::string& source, const Configuration& configuration) {
  Outcome outcome;
  gscript::Options options;
  options.library = gscript::Library::safe;
  options.memory_limit = 128 << 20;
  options.time_limit = configuration.gc_stress ? 4 * kSecondsPerRun : kSecondsPerRun;
  options.print = [&](std::string_view text) {
    if (outcome.output.size() < kOutputLimit) outcome.output += text;
  };
  options.jit = configuration.jit;
  options.tunables = configuration.tunables;
  options.gc_stress = configuration.gc_stress;
  gscript::VM vm(options);
  try {
    vm.run((configuration.is_preempted ? "go func() { for { sched.yield() } }(); " : "") + source, "program.gs");
  } catch (const gscript::Error& error) {
    outcome.out_of_time = error.kind() == gscript::ErrorKind::time_limit;
    outcome.output += "error: " + error.report();
  }
  outcome.output = without_addresses(outcome.output);
  return outcome;
}

std::string first_difference(const std::string& a, const std::string& b) {
  std::size_t at = 0;
  while (at < a.size() && at < b.size() && a[at] == b[at]) at++;
  auto line_at = [&](const std::string& s) {
    std::size_t from = at ? s.rfind('\n', at - 1) : std::string::npos;
    from = from == std::string::npos ? 0 : from + 1;
    return s.substr(from, std::min<std::size_t>(s.find('\n', from) - from, 160));
  };
  return line_at(a) + "\n<> " + line_at(b);
}

// "" if all configurations agree (or one ran out of time).
std::string compare(const std::string& source, const std::vector<Configuration>& configurations) {
  Outcome reference = run(source, configurations[0]);
  if (reference.out_of_time) return "";
  for (std::size_t i = 1; i < configurations.size(); i++) {
    Outcome other = run(source, configurations[i]);
    if (other.out_of_time || other.output == reference.output) continue;
    return configurations[0].name + " and " + configurations[i].name + " differ:\n" +
           first_difference(reference.output, other.output);
  }
  return "";
}

struct Campaign {
  std::vector<Configuration> configurations;
  std::string keep = "build/differential";
  unsigned long failed = 0;

  void report(unsigned long seed, const std::string& what) {
    failed++;
    std::filesystem::create_directories(keep);
    std::string comment = what;
    for (std::size_t at = 0; (at = comment.find('\n', at)) != std::string::npos; at += 4) comment.insert(at + 1, "// ");
    std::ofstream(keep + "/" + std::to_string(seed) + ".gs")
        << "// seed " << seed << ": " << comment << "\n" << gs::fuzz::generate_program(seed);
    std::printf("seed %lu: %s\n", seed, what.c_str());
    std::fflush(stdout);
  }

  // A child runs seeds first .. last and tells each before it begins and what differed; the parent goes on after a crash.
  void run_range(unsigned long first, unsigned long last) {
    while (first <= last) {
      int channel[2];
      if (pipe(channel) != 0) std::abort();
      pid_t child = fork();
      if (child == 0) {
        close(channel[0]);
        FILE* out = fdopen(channel[1], "w");
        for (unsigned long seed = first; seed <= last; seed++) {
          std::fprintf(out, "begin %lu\n", seed);
          std::fflush(out);
          alarm(60);
          std::string what = compare(gs::fuzz::generate_program(seed), configurations);
          for (char& c : what) {
            if (c == '\n') c = '\t';
          }
          if (!what.empty()) std::fprintf(out, "differ %s\n", what.c_str());
        }
        std::fflush(out);
        _exit(0);
      }
      close(channel[1]);
      FILE* in = fdopen(channel[0], "r");
      char* text = nullptr;
      std::size_t room = 0;
      unsigned long seed = first;
      while (getline(&text, &room, in) > 0) {
        if (std::strncmp(text, "begin ", 6) == 0) {
          seed = std::strtoul(text + 6, nullptr, 10);
        } else {
          std::string what = text + 7;
          for (char& c : what) {
            if (c == '\t') c = '\n';
          }
          report(seed, what);
        }
      }
      std::free(text);
      std::fclose(in);
      int status = 0;
      waitpid(child, &status, 0);
      if (status == 0) return;
      report(seed, WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM
                       ? "hangs"
                       : "crashes with signal " + std::to_string(WIFSIGNALED(status) ? WTERMSIG(status) : 0));
      first = seed + 1;
    }
  }
};

bool option(const char* argument, const char* name, std::string& value) {
  std::size_t length = std::strlen(name);
  if (std::strncmp(argument, name, length) != 0 || argument[length] != '=') return false;
  value = argument + length + 1;
  return true;
}

}  // namespace

int main(int count, char** arguments) {
  std::string programs = "1000", seed = "1", names = "off,baseline,on";
  Campaign campaign;
  bool print = false;
  for (int i = 1; i < count; i++) {
    if (option(arguments[i], "--programs", programs) || option(arguments[i], "--seed", seed) ||
        option(arguments[i], "--configurations", names) || option(arguments[i], "--keep", campaign.keep)) {
      continue;
    }
    if (std::strcmp(arguments[i], "--print") == 0) {
      print = true;
      continue;
    }
    std::fprintf(stderr, "unknown argument: %s\n", arguments[i]);
    return 2;
  }
  unsigned long first = std::strtoul(seed.c_str(), nullptr, 10), total = std::strtoul(programs.c_str(), nullptr, 10);
  if (print) {
    std::fputs(gs::fuzz::generate_program(first).c_str(), stdout);
    return 0;
  }
  for (std::size_t from = 0; from <= names.size();) {
    std::size_t comma = std::min(names.find(',', from), names.size());
    std::string name = names.substr(from, comma - from);
    from = comma + 1;
    bool known = false;
    for (const Configuration& c : known_configurations()) {
      if (c.name != name) continue;
      campaign.configurations.push_back(c);
      known = true;
    }
    if (!known) {
      std::fprintf(stderr, "unknown configuration: %s\n", name.c_str());
      return 2;
    }
  }
  constexpr unsigned long kPerChild = 500;
  for (unsigned long at = first; at < first + total; at += kPerChild) {
    campaign.run_range(at, std::min(at + kPerChild, first + total) - 1);
  }
  std::printf("%lu passed, %lu failed\n", total - campaign.failed, campaign.failed);
  return campaign.failed != 0;
}
