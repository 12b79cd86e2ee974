// The end that the system asks for, as something to wait for beside lines of input.
#define _GNU_SOURCE 1

#include "cterm.h"
#include "signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static int ends_pipe[2] = {-1, -1};

static void note(int signal) {
  int saved = errno;
  char byte = (char)signal;
  ssize_t written = write(ends_pipe[1], &byte, 1);
  (void)written;
  signals_await_end(signal);
  errno = saved;
}

int ct_end_descriptor(void) {
  static const int ends[] = {SIGTERM, SIGHUP, SIGINT};
  if (ends_pipe[0] < 0 && pipe2(ends_pipe, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = note;
  action.sa_flags = SA_RESTART;
  sigfillset(&action.sa_mask);
  for (unsigned i = 0; i < sizeof ends / sizeof ends[0]; i++) {
    // What nohup asked for is left out.
    struct sigaction present;
    if (sigaction(ends[i], 0, &present) == 0 && present.sa_handler == SIG_IGN) continue;
    sigaction(ends[i], &action, 0);
  }
  signals_limit_end(0);
  return ends_pipe[0];
}
