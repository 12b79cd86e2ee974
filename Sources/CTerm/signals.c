// Signal handlers that write one byte, and the one place where the program waits.
#define _GNU_SOURCE 1

#include "signals.h"
#include "cterm.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

static int self_pipe[2] = {-1, -1};
static int is_lost;

// What the handlers saw, as bits of ct_wait. The byte in the pipe ends the wait; the bits are kept
// apart, so that a full pipe loses none.
static atomic_uint seen;

static const struct {
  int signal;
  unsigned bit;
} handled[] = {
    {SIGWINCH, CT_SIZE}, {SIGCONT, CT_CONTINUED}, {SIGTSTP, CT_STOP},
    {SIGTERM, CT_END},   {SIGHUP, CT_END},        {SIGINT, CT_END},
};
#define HANDLED_COUNT (sizeof handled / sizeof handled[0])
static struct sigaction before[HANDLED_COUNT];
static struct sigaction before_alarm;

static const int crashes[] = {SIGSEGV, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE};
#define CRASH_COUNT (sizeof crashes / sizeof crashes[0])
static struct sigaction before_crash[CRASH_COUNT];
static struct termios shell_modes;
static char farewell[512];
static volatile sig_atomic_t farewell_count;

// Gives the terminal back for somebody who gets no other chance to.
static void bid_farewell(void) {
  if (farewell_count == 0) return;
  ssize_t written = write(STDOUT_FILENO, farewell, (size_t)farewell_count);
  (void)written;
  farewell_count = 0;
  tcsetattr(STDIN_FILENO, TCSANOW, &shell_modes);
}

static volatile sig_atomic_t asked_end;

// Nobody came to hear of the end that was asked for: a work that cannot be stopped half way is going
// on, or the terminal takes nothing. What was not written whole is rolled back by the next start.
static void end_now(int signal) {
  (void)signal;
  bid_farewell();
  _exit(128 + asked_end);
}

void signals_await_end(int signal) {
  asked_end = signal;
  alarm(SIGNALS_PATIENCE);
}

int signals_limit_end(struct sigaction *former) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = end_now;
  sigfillset(&action.sa_mask);
  return sigaction(SIGALRM, &action, former);
}

static void note(int signal) {
  int saved = errno;
  for (size_t i = 0; i < HANDLED_COUNT; i++) {
    if (handled[i].signal != signal) continue;
    atomic_fetch_or(&seen, handled[i].bit);
    if (handled[i].bit == CT_END) signals_await_end(signal);
  }
  char byte = (char)signal;
  ssize_t written = write(self_pipe[1], &byte, 1);
  (void)written;
  errno = saved;
}

// Gives the terminal back and lets the signal do what it would have done without us.
static void crash(int signal, siginfo_t *information, void *context) {
  (void)context;
  bid_farewell();
  for (size_t i = 0; i < CRASH_COUNT; i++) {
    if (crashes[i] == signal) sigaction(signal, &before_crash[i], NULL);
  }
  // A fault happens again by itself when the handler returns; a sent signal does not.
  if (information->si_code <= 0) raise(signal);
}

int signals_start(void) {
  if (self_pipe[0] < 0 && pipe2(self_pipe, O_CLOEXEC | O_NONBLOCK) != 0) return 0;
  is_lost = 0;
  atomic_store(&seen, 0);
  tcgetattr(STDIN_FILENO, &shell_modes);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = note;
  action.sa_flags = SA_RESTART;
  sigfillset(&action.sa_mask);
  for (size_t i = 0; i < HANDLED_COUNT; i++) {
    sigaction(handled[i].signal, NULL, &before[i]);
    // Who started the program with nohup wants no end by SIGHUP.
    int is_end = handled[i].bit == CT_END;
    if (is_end && before[i].sa_handler == SIG_IGN) continue;
    sigaction(handled[i].signal, &action, NULL);
  }
  signals_limit_end(&before_alarm);
  // A stack of its own, so that an overflow can be told too.
  static char stack[16384];
  stack_t alternative = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&alternative, NULL);
  memset(&action, 0, sizeof action);
  action.sa_sigaction = crash;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  sigfillset(&action.sa_mask);
  for (size_t i = 0; i < CRASH_COUNT; i++) {
    sigaction(crashes[i], &action, &before_crash[i]);
  }
  return 1;
}

void signals_stop(void) {
  farewell_count = 0;
  // The alarm goes on ringing for an end that hangs after the terminal was given back.
  if (asked_end == 0) sigaction(SIGALRM, &before_alarm, NULL);
  for (size_t i = 0; i < HANDLED_COUNT; i++) sigaction(handled[i].signal, &before[i], NULL);
  for (size_t i = 0; i < CRASH_COUNT; i++) sigaction(crashes[i], &before_crash[i], NULL);
}

void signals_set_farewell(const char *text, int count) {
  memcpy(farewell, text, (size_t)count);
  farewell_count = count;
}

int signals_terminal_is_ours(void) {
  struct pollfd terminal = {STDIN_FILENO, 0, 0};
  if (poll(&terminal, 1, 0) > 0) is_lost = 1;
  return !is_lost && tcgetpgrp(STDIN_FILENO) == getpgrp();
}

int signals_can_stop(void) {
  // The group of a session's leader, or one whose parent is elsewhere, has no shell to go back to.
  return getpgrp() != getsid(0) && getsid(getppid()) == getsid(0);
}

void signals_stop_here(void) {
  struct sigaction usual, ours;
  memset(&usual, 0, sizeof usual);
  usual.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &usual, &ours);
  atomic_fetch_and(&seen, ~(unsigned)(CT_STOP | CT_CONTINUED));
  kill(0, SIGTSTP);
  // Another thread may have taken the signal, so this one may still run for a moment.
  for (int i = 0; i < 20 && !(atomic_load(&seen) & CT_CONTINUED); i++) {
    struct timespec moment = {0, 10000000};
    nanosleep(&moment, NULL);
  }
  atomic_fetch_and(&seen, ~(unsigned)(CT_STOP | CT_CONTINUED));
  sigaction(SIGTSTP, &ours, NULL);
}

static int64_t now_ms(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

unsigned ct_wait(int milliseconds) {
  if (is_lost || self_pipe[0] < 0) return CT_LOST;
  int64_t until = milliseconds > 0 ? now_ms() + milliseconds : 0;
  struct pollfd polled[2] = {
      {STDIN_FILENO, POLLIN, 0},
      {self_pipe[0], POLLIN, 0},
  };
  int ready = 0;
  for (;;) {
    ready = poll(polled, 2, milliseconds);
    if (ready >= 0 || errno != EINTR) break;
    if (milliseconds > 0) {
      int64_t left = until - now_ms();
      milliseconds = left > 0 ? (int)left : 0;
    }
  }
  unsigned result = 0;
  char bytes[256];
  if (polled[1].revents != 0) {
    while (read(self_pipe[0], bytes, sizeof bytes) > 0) continue;
  }
  result |= atomic_exchange(&seen, 0);
  if (polled[0].revents & POLLIN) result |= CT_INPUT;
  if (ready < 0 || (polled[0].revents & (POLLHUP | POLLERR | POLLNVAL)) != 0) {
    is_lost = 1;
    result |= CT_LOST;
  }
  return result;
}
