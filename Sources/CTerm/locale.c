// The character type of the locale, also where no locale is installed.
#define _GNU_SOURCE 1

#include "cterm.h"

#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// The C.UTF-8 of the machine on which the program is built. One that is linked statically brings its
// C library along, which reads these bytes whatever the system has.
#define BUILT_WITH "/usr/lib/locale/C.utf8/LC_CTYPE"
#if __has_embed(BUILT_WITH)
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions"
static const unsigned char own_type[] = {
#embed BUILT_WITH
};
#pragma clang diagnostic pop
static const size_t own_size = sizeof own_type;
#else
static const unsigned char own_type[1];
static const size_t own_size = 0;
#endif

static int is_utf8_name(const char *name) {
  return strcasestr(name, "utf-8") != NULL || strcasestr(name, "utf8") != NULL;
}

static int is_utf8(void) { return is_utf8_name(nl_langinfo(CODESET)); }

static int write_own_type(const char *path) {
  int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0) return 0;
  ssize_t written = write(file, own_type, own_size);
  close(file);
  return written == (ssize_t)own_size;
}

// Sets the locale from the program's own bytes. The C library takes locales from files alone, which
// it maps: they are gone again when this returns.
static void set_own_type(const char *below) {
  char top[64], folder[80], path[96];
  snprintf(top, sizeof top, "%s/overstap-locale-XXXXXX", below);
  if (own_size == 0 || mkdtemp(top) == NULL) return;
  snprintf(folder, sizeof folder, "%s/C.UTF-8", top);
  snprintf(path, sizeof path, "%s/LC_CTYPE", folder);
  if (mkdir(folder, 0700) == 0 && write_own_type(path)) {
    const char *known = getenv("LOCPATH");
    char *before = known != NULL ? strdup(known) : NULL;
    setenv("LOCPATH", top, 1);
    setlocale(LC_CTYPE, "C.UTF-8");
    if (before != NULL) setenv("LOCPATH", before, 1);
    else unsetenv("LOCPATH");
    free(before);
  }
  unlink(path);
  rmdir(folder);
  rmdir(top);
}

int ct_locale(void) {
  static const char *const variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  const char *name = "";
  for (int i = 0; i < 3 && name[0] == '\0'; i++) {
    const char *value = getenv(variables[i]);
    if (value != NULL) name = value;
  }
  // A locale that was set before, by what was asked first, stays.
  if (is_utf8()) return 1;
  setlocale(LC_CTYPE, "");
  if (!is_utf8_name(name)) return is_utf8();
  if (!is_utf8()) setlocale(LC_CTYPE, "C.UTF-8");
  static const char *const folders[] = {"/tmp", "/dev/shm", "/var/tmp"};
  for (int i = 0; i < 3 && !is_utf8(); i++) set_own_type(folders[i]);
  return is_utf8();
}
