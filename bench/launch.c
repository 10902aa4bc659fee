// Runs one command and reports what it used. Built and called by measure.py for every timed run:
//   launch REPORT_FD COMMAND [ARG...]
// writes "STATUS USER_US SYSTEM_US PEAK_KIB\n" to the descriptor REPORT_FD, STATUS being that of wait4.
// A process starts with the peak memory of the one it was forked from, so a small parent is needed here: forked
// straight from Python every program would seem to use at least Python's own memory.
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

static long microseconds(struct timeval t) { return t.tv_sec * 1000000L + t.tv_usec; }

int main(int argc, char **argv) {
  if (argc < 3) return 2;
  int report = atoi(argv[1]);
  pid_t child = fork();
  if (child < 0) return 2;
  if (child == 0) {
    close(report);
    execvp(argv[2], argv + 2);
    fprintf(stderr, "%s: %s\n", argv[2], strerror(errno));
    _exit(127);
  }
  int status;
  struct rusage usage;
  while (wait4(child, &status, 0, &usage) < 0) {
    if (errno != EINTR) return 2;
  }
  dprintf(report, "%d %ld %ld %ld\n", status, microseconds(usage.ru_utime), microseconds(usage.ru_stime),
          usage.ru_maxrss);
  return 0;
}
