// The terminal, as some functions on integers and UTF-8 bytes.
//
// The only user of ncursesw. There is one terminal in a process. All functions are for
// one thread. Rows and columns count from 0 at the top left.
#ifndef CTERM_H
#define CTERM_H

#include <stdint.h>

// Why the terminal could not be opened.
enum {
  CT_OK = 0,
  CT_NOT_A_TERMINAL = 1,     // standard input or output is something else
  CT_UNKNOWN_TERMINAL = 2,   // TERM is not in the terminfo database
  CT_TOO_SIMPLE = 3,         // TERM is empty or dumb, or its terminal cannot address the cursor
  CT_ALREADY_OPEN = 4,
  CT_FAILED = 5
};

// What ct_wait saw: bits.
enum {
  CT_INPUT = 1,
  CT_LOST = 4,        // hang-up or an error on the terminal
  CT_SIZE = 8,        // SIGWINCH
  CT_CONTINUED = 16,  // SIGCONT
  CT_STOP = 32,       // SIGTSTP from outside; Ctrl-Z comes as a key
  CT_END = 64         // SIGTERM, SIGHUP, SIGINT from outside
};

// Kinds of input.
enum { CT_NONE = 0, CT_BYTE = 1, CT_KEY = 2, CT_PASTE = 3, CT_CLICK = 4 };

// Keys that are no characters; function key n is CT_FUNCTION + n.
enum {
  CT_UP = 1, CT_DOWN, CT_LEFT, CT_RIGHT, CT_HOME, CT_END_KEY, CT_PAGE_UP, CT_PAGE_DOWN,
  CT_INSERT, CT_DELETE, CT_BACKSPACE, CT_ENTER, CT_BACK_TAB,
  CT_FUNCTION = 100
};

// Attributes of cells: bits.
enum { CT_BOLD = 1, CT_DIM = 2, CT_REVERSE = 4, CT_UNDERLINE = 8 };

// One piece of input: a byte of UTF-8, a key, the start of a paste, or a click at row and column.
struct ct_input {
  int kind;
  int code;
  int row;
  int column;
};

// What is known of the terminal without opening it.
struct ct_capabilities {
  int reason;     // CT_OK when ct_open can be expected to succeed
  int is_utf8;
  int colours;    // 0 without colour
  int height;     // 0 when unknown
  int width;
  int no_colour;  // NO_COLOR is set and not empty
  int is_console;  // a console without windows, or a terminal of metal: no clipboard
};

// Starts the character type of the locale (never more of it); 1 when text is UTF-8.
//
// When the locale that the variables name is not installed but its name says UTF-8: C.UTF-8, the
// system's or the one that was built in.
int ct_locale(void);

// Looks at standard input and output, TERM and the locale.
struct ct_capabilities ct_probe(void);

// Opens the terminal: full screen, raw keys, bracketed paste, signal handlers. CT_OK or a reason.
int ct_open(int wants_mouse);

// Gives the terminal back as it was; the second time, or on a dead terminal, does nothing.
void ct_close(void);

// The size of the screen in cells.
void ct_size(int *height, int *width);

// Takes over the terminal's present size; 1 when it changed.
int ct_resize(void);

// Defines a colour number for ct_put (1 and up): a foreground of 0 to 15 on the terminal's own
// background.
void ct_define_colour(int colour, int foreground);

// Sets cells of one row: scalars with at most one combining mark each (0 for none). A scalar of 0
// is the second half of a wide one. What lies outside the screen is left out.
void ct_put(int row, int column, const uint32_t *scalars, const uint32_t *marks, int count,
            int attributes, int colour);

// Blanks all cells.
void ct_erase(void);

// Sends what changed and places the cursor; `anew` sends the place even where it is thought known.
void ct_show(int row, int column, int anew);

// Makes the next ct_show send every cell.
void ct_redraw(void);

// The next piece of input without waiting (but for the rest of an escape sequence); 0 if none.
int ct_next(struct ct_input *input);

// Whether bytes come as they are, without looking for keys: inside a paste.
void ct_take_bytes(int as_they_are);

// Waits for input or signals, at most some milliseconds (-1: for ever); bits.
unsigned ct_wait(int milliseconds);

// A descriptor that is readable once SIGTERM, SIGHUP or SIGINT came, for a program that reads lines
// and does not open the terminal; -1 when there is none left. What the starter ignored stays so.
int ct_end_descriptor(void);

// Gives the terminal back, stops the process group as Ctrl-Z would, and takes the terminal again
// when continued; 0 when nobody is there who could continue it.
int ct_suspend(void);

// Takes the terminal again after a SIGCONT that did not follow ct_suspend.
void ct_resume(void);

// Sounds the bell.
void ct_bell(void);

// Sends bytes to the terminal past the screen; for sequences that move no cursor.
void ct_send(const uint8_t *bytes, int count);

#endif
