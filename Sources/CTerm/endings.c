// The end that the system asks for, as something to wait for beside lines of input.
#define _GNU_SOURCE 1

#include "cterm.h"

#include <pthread.h>
#include <signal.h>
#include <sys/signalfd.h>

int ct_end_descriptor(void) {
  static const int ends[] = {SIGTERM, SIGHUP, SIGINT};
  sigset_t wanted;
  sigemptyset(&wanted);
  for (unsigned i = 0; i < sizeof ends / sizeof ends[0]; i++) {
    // A blocked signal is never ignored, so what nohup asked for is left out.
    struct sigaction present;
    if (sigaction(ends[i], 0, &present) == 0 && present.sa_handler == SIG_IGN) continue;
    sigaddset(&wanted, ends[i]);
  }
  if (pthread_sigmask(SIG_BLOCK, &wanted, 0) != 0) return -1;
  return signalfd(-1, &wanted, SFD_CLOEXEC | SFD_NONBLOCK);
}
