#ifndef OVERSTAP_CSQLITE_H
#define OVERSTAP_CSQLITE_H
#include <sqlite3.h>
#endif
