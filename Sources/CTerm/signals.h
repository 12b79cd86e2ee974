// Signals and waiting, for cterm.c.
#ifndef CTERM_SIGNALS_H
#define CTERM_SIGNALS_H

#include <signal.h>

// Seconds that the program has to end by itself once a signal asked for it.
#define SIGNALS_PATIENCE 3

// Makes the pipes and installs the handlers; 0 when there are no descriptors left.
int signals_start(void);

// Puts back the handlers that were there.
void signals_stop(void);

// For handlers: gives the program its time to end by itself.
void signals_await_end(int signal);

// Makes the program end where it stands once that time is over.
int signals_limit_end(struct sigaction *former);

// What a crash sends to the terminal before it lets the process die.
void signals_set_farewell(const char *text, int count);

// Whether the terminal lives and this process is in its foreground.
int signals_terminal_is_ours(void);

// Whether a parent in the same session could continue the process.
int signals_can_stop(void);

// Stops the process group until it is continued.
void signals_stop_here(void);

#endif
