// The screen and the keys: everything that calls ncursesw. Signals and waiting: signals.c.
#define _GNU_SOURCE 1
#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1

#include "cterm.h"
#include "signals.h"

#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

// Number of the key that starts a paste: above all that ncurses gives out for extended keys.
#define PASTE_START 4000

static SCREEN *screen;
// Keys are read through a pad: reading from a window would refresh it.
static WINDOW *keys;
// Inside a paste bytes are read in blocks, past ncurses, which reads one at a time.
static int takes_bytes;
static uint8_t block[4096];
static int block_count;
static int block_next;
// Whether ncurses fills the bottom right corner by inserting before it, which cuts wide cells.
static int inserts_corner;

static const char paste_on[] = "\033[?2004h";
static const char paste_off[] = "\033[?2004l";

// ------------------------------------------------------------------------------ bytes to terminal

void ct_send(const uint8_t *data, int count) {
  while (count > 0) {
    ssize_t sent = write(STDOUT_FILENO, data, (size_t)count);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return;
    data += sent;
    count -= (int)sent;
  }
}

static void send_text(const char *text) { ct_send((const uint8_t *)text, (int)strlen(text)); }

static char collected[512];
static int collected_count;

static int collect(int character) {
  if (collected_count < (int)sizeof collected) collected[collected_count++] = (char)character;
  return character;
}

// A terminfo string with its padding carried out, behind what is collected.
static void collect_capability(const char *capability) {
  if (capability != NULL) tputs(capability, 1, collect);
}

static void send_collected(void) {
  ct_send((const uint8_t *)collected, collected_count);
  collected_count = 0;
}

static void place_anew(int row, int column) {
  if (cursor_address == NULL) return;
  collect_capability(tparm(cursor_address, row, column, 0, 0, 0, 0, 0, 0, 0));
  send_collected();
}

// ------------------------------------------------------------------------------ opening, closing

struct ct_capabilities ct_probe(void) {
  struct ct_capabilities found = {CT_OK, 0, 0, 0, 0, 0, 0};
  found.is_utf8 = ct_locale();
  const char *no_colour = getenv("NO_COLOR");
  found.no_colour = no_colour != NULL && no_colour[0] != '\0';
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) {
    found.height = size.ws_row;
    found.width = size.ws_col;
  }
  const char *term = getenv("TERM");
  found.is_console = term != NULL && (strncmp(term, "linux", 5) == 0 ||
                                      strncmp(term, "vt", 2) == 0 || strcmp(term, "ansi") == 0);
  int status = 0;
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
    found.reason = CT_NOT_A_TERMINAL;
  } else if (term == NULL || term[0] == '\0' || strcmp(term, "dumb") == 0) {
    found.reason = CT_TOO_SIMPLE;
  } else if (screen != NULL) {
    found.colours = has_colors() ? COLORS : 0;
  } else if (setupterm(term, STDOUT_FILENO, &status) == ERR) {
    found.reason = status == 1 ? CT_TOO_SIMPLE : CT_UNKNOWN_TERMINAL;
  } else {
    if (cursor_address == NULL) found.reason = CT_TOO_SIMPLE;
    found.colours = max_colors > 1 ? max_colors : 0;
    del_curterm(cur_term);
  }
  return found;
}

// What a crash has to send so that the shell's screen is usable again.
static void prepare_crash(void) {
  collect_capability(exit_attribute_mode);
  collect_capability(keypad_local);
  collect_capability(cursor_normal);
  for (const char *byte = paste_off; *byte != '\0'; byte++) collect(*byte);
  for (const char *byte = "\033[?1000l\033[?1006l"; *byte != '\0'; byte++) collect(*byte);
  collect_capability(exit_ca_mode);
  signals_set_farewell(collected, collected_count);
  collected_count = 0;
}

int ct_open(int wants_mouse) {
  if (screen != NULL) return CT_ALREADY_OPEN;
  int reason = ct_probe().reason;
  if (reason != CT_OK) return reason;
  // Before newterm, which leaves signals alone that somebody handles already.
  if (!signals_start()) return CT_FAILED;
  use_env(TRUE);
  use_tioctl(TRUE);
  screen = newterm(NULL, stdout, stdin);
  if (screen == NULL) {
    signals_stop();
    return CT_UNKNOWN_TERMINAL;
  }
  if (getenv("ESCDELAY") == NULL) set_escdelay(25);
  raw();
  noecho();
  nonl();
  intrflush(stdscr, FALSE);
  // A frame is sent whole, also while the next key waits.
  typeahead(-1);
  keys = newpad(1, 1);
  if (keys == NULL) {
    ct_close();
    return CT_FAILED;
  }
  keypad(keys, TRUE);
  nodelay(keys, TRUE);
  takes_bytes = 0;
  block_count = block_next = 0;
  define_key("\033[200~", PASTE_START);
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  if (wants_mouse) {
    mouseinterval(0);
    mousemask(BUTTON1_PRESSED | BUTTON1_CLICKED, NULL);
  } else {
    // Without the mouse ncurses takes the head off a report and gives out the rest as if typed.
    keyok(KEY_MOUSE, FALSE);
  }
  curs_set(1);
  inserts_corner = auto_right_margin && (enter_am_mode == NULL || exit_am_mode == NULL);
  prepare_crash();
  send_text(paste_on);
  static int is_registered;
  if (!is_registered) is_registered = atexit(ct_close) == 0;
  return CT_OK;
}

void ct_close(void) {
  if (screen == NULL) return;
  // A dead terminal has nothing to be given back, and another job's modes are not ours to change.
  if (signals_terminal_is_ours()) {
    send_text(paste_off);
    endwin();
  }
  SCREEN *closing = screen;
  screen = NULL;
  if (keys != NULL) delwin(keys);
  keys = NULL;
  delscreen(closing);
  signals_stop();
}

// ----------------------------------------------------------------------------------- the screen

void ct_size(int *height, int *width) {
  *height = screen != NULL ? LINES : 0;
  *width = screen != NULL ? COLS : 0;
}

int ct_resize(void) {
  struct winsize size;
  if (screen == NULL || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return 0;
  if (size.ws_row == 0 || size.ws_col == 0) return 0;
  if (size.ws_row == LINES && size.ws_col == COLS) return 0;
  resize_term(size.ws_row, size.ws_col);
  werase(stdscr);
  clearok(curscr, TRUE);
  return 1;
}

void ct_define_colour(int colour, int foreground) {
  if (screen == NULL || !has_colors() || colour >= COLOR_PAIRS) return;
  // Where bright colours are missing, the ordinary ones do; bold sets them apart.
  init_pair((short)colour, (short)(foreground < COLORS ? foreground : foreground % 8), -1);
}

static attr_t curses_attributes(int attributes) {
  attr_t result = A_NORMAL;
  if (attributes & CT_BOLD) result |= A_BOLD;
  if (attributes & CT_DIM) result |= A_DIM;
  if (attributes & CT_REVERSE) result |= A_REVERSE;
  if (attributes & CT_UNDERLINE) result |= A_UNDERLINE;
  return result;
}

// Whether terminals may disagree how wide a cell is.
static int is_unsure(uint32_t scalar, uint32_t mark, int width) {
  return width == 2 || mark != 0 || scalar >= 0x1F000;
}

void ct_put(int row, int column, const uint32_t *scalars, const uint32_t *marks, int count,
            int attributes, int colour) {
  if (screen == NULL || row < 0 || row >= LINES || column < 0) return;
  if (count > COLS - column) count = COLS - column;
  attr_t attribute = curses_attributes(attributes);
  short pair = has_colors() ? (short)colour : 0;
  cchar_t batch[128];
  int filled = 0;
  int start = column;
  int index = 0;
  while (index < count) {
    int width = index + 1 < count && scalars[index + 1] == 0 ? 2 : 1;
    wchar_t text[3] = {(wchar_t)scalars[index], 0, 0};
    // ncurses reckons with the C library's widths: what differs is shown so that columns agree.
    int known = wcwidth(text[0]);
    int padding = 0;
    if (inserts_corner && width == 2 && row == LINES - 1 && column + index == COLS - 3) known = 0;
    if (known != width) {
      if (known != 1) text[0] = 0xFFFD;
      padding = width - 1;
    } else if (marks[index] != 0 && wcwidth((wchar_t)marks[index]) == 0) {
      text[1] = (wchar_t)marks[index];
    }
    setcchar(&batch[filled++], text, attribute, pair, NULL);
    if (padding) setcchar(&batch[filled++], L" ", attribute, pair, NULL);
    int is_last = index + width >= count;
    int anew = is_unsure(scalars[index], marks[index], width);
    if (is_last || anew || filled > 120) {
      mvwadd_wchnstr(stdscr, row, start, batch, filled);
      start = column + index + width;
      filled = 0;
      if (anew && start < COLS) {
        // Terminals disagree on such a cell, so the cursor is placed anew behind it.
        wmove(stdscr, row, start);
        wrefresh(stdscr);
        place_anew(row, start);
      }
    }
    index += width;
  }
}

void ct_erase(void) {
  if (screen != NULL) werase(stdscr);
}

void ct_show(int row, int column, int anew) {
  if (screen == NULL) return;
  wmove(stdscr, row, column);
  wrefresh(stdscr);
  if (anew) place_anew(row, column);
}

void ct_redraw(void) {
  if (screen != NULL) clearok(curscr, TRUE);
}

void ct_bell(void) {
  if (screen != NULL) beep();
}

// ------------------------------------------------------------------------------------- the keys

// Keys with Shift, Alt or Control that terminfo knows by an extended name, such as kUP5.
static int extended_key(int code) {
  static const struct {
    const char *name;
    int key;
  } names[] = {
      {"kUP", CT_UP},        {"kDN", CT_DOWN},   {"kLFT", CT_LEFT},   {"kRIT", CT_RIGHT},
      {"kHOM", CT_HOME},     {"kEND", CT_END_KEY}, {"kPRV", CT_PAGE_UP}, {"kNXT", CT_PAGE_DOWN},
      {"kIC", CT_INSERT},    {"kDC", CT_DELETE},
  };
  const char *name = keyname(code);
  if (name == NULL) return 0;
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    size_t length = strlen(names[i].name);
    if (strncmp(name, names[i].name, length) == 0 && strspn(name + length, "34567") == 1) {
      return names[i].key;
    }
  }
  return 0;
}

static int own_key(int code) {
  if (code > KEY_F0 && code <= KEY_F(63)) return CT_FUNCTION + code - KEY_F0;
  switch (code) {
    case KEY_UP: case KEY_SR: return CT_UP;
    case KEY_DOWN: case KEY_SF: return CT_DOWN;
    case KEY_LEFT: case KEY_SLEFT: return CT_LEFT;
    case KEY_RIGHT: case KEY_SRIGHT: return CT_RIGHT;
    case KEY_HOME: case KEY_SHOME: case KEY_FIND: case KEY_A1: return CT_HOME;
    case KEY_END: case KEY_SEND: case KEY_SELECT: case KEY_C1: return CT_END_KEY;
    case KEY_PPAGE: case KEY_SPREVIOUS: case KEY_A3: return CT_PAGE_UP;
    case KEY_NPAGE: case KEY_SNEXT: case KEY_C3: return CT_PAGE_DOWN;
    case KEY_IC: case KEY_SIC: return CT_INSERT;
    case KEY_DC: case KEY_SDC: return CT_DELETE;
    case KEY_BACKSPACE: return CT_BACKSPACE;
    case KEY_ENTER: return CT_ENTER;
    case KEY_BTAB: return CT_BACK_TAB;
    default: return code > KEY_MAX ? extended_key(code) : 0;
  }
}

void ct_take_bytes(int as_they_are) { takes_bytes = as_they_are; }

// A byte of a block; what stands in it behind the end of a paste is given out too.
static int next_in_block(struct ct_input *input) {
  if (block_next == block_count) {
    struct pollfd terminal = {STDIN_FILENO, POLLIN, 0};
    if (poll(&terminal, 1, 0) <= 0 || !(terminal.revents & POLLIN)) return 0;
    ssize_t count = read(STDIN_FILENO, block, sizeof block);
    if (count <= 0) return 0;
    block_count = (int)count;
    block_next = 0;
  }
  input->kind = CT_BYTE;
  input->code = block[block_next++];
  return 1;
}

int ct_next(struct ct_input *input) {
  input->kind = CT_NONE;
  input->code = 0;
  if (screen == NULL) return 0;
  if (takes_bytes || block_next < block_count) return next_in_block(input);
  // Bytes, not wide characters: get_wch loses a character that comes in two pieces.
  int code = wgetch(keys);
  if (code == ERR) return 0;
  if (code < 256) {
    input->kind = CT_BYTE;
    input->code = code;
  } else if (code == PASTE_START) {
    input->kind = CT_PASTE;
  } else if (code == KEY_MOUSE) {
    MEVENT event;
    input->kind = CT_KEY;
    if (getmouse(&event) == OK && (event.bstate & (BUTTON1_PRESSED | BUTTON1_CLICKED)) != 0) {
      input->kind = CT_CLICK;
      input->row = event.y;
      input->column = event.x;
    }
  } else {
    input->kind = CT_KEY;
    input->code = own_key(code);
  }
  return 1;
}

// ----------------------------------------------------------------------------------- suspending

void ct_resume(void) {
  if (screen == NULL) return;
  reset_prog_mode();
  ct_resize();
  clearok(curscr, TRUE);
  wrefresh(stdscr);
  send_text(paste_on);
}

int ct_suspend(void) {
  if (screen == NULL || !signals_can_stop()) return 0;
  send_text(paste_off);
  endwin();
  signals_stop_here();
  ct_resume();
  return 1;
}
