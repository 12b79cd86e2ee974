// What has to be looked at before Swift's own beginning.
#define _GNU_SOURCE 1

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int speaks_dutch(void) {
  static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
  for (int i = 0; i < 3; i++) {
    const char *value = getenv(variables[i]);
    if (value != NULL && value[0] != '\0') return strncmp(value, "nl", 2) == 0;
  }
  return 0;
}

// Swift reads its own path and the arguments in /proc, and aborts in the middle of its beginning where
// it cannot. There are no tables of words yet: these two sentences stand here and nowhere else.
__attribute__((constructor(101))) static void demand_proc(void) {
  if (access("/proc/self/cmdline", R_OK) == 0) return;
  const char *words =
      speaks_dutch()
          ? "overstap: /proc is er niet, en het programma kan niet zonder. "
            "Koppel het aan: mount -t proc proc /proc\n"
          : "overstap: /proc is not there, and the program cannot do without it. "
            "Mount it: mount -t proc proc /proc\n";
  ssize_t written = write(STDERR_FILENO, words, strlen(words));
  (void)written;
  // EX_OSERR of sysexits.h.
  _exit(71);
}
